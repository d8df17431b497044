package com.ecom.payment.reconciling;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.payment.reconciling.Passes.Entry;
import com.ecom.payment.reconciling.Passes.Pass;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** For operators: whether our books and the provider's say the same, and making good what can be. */
@RestController
@RequiredArgsConstructor
class ReconciliationController {

    private final FullPass fullPass;
    private final Passes passes;
    private final Interventions interventions;

    /** The newest first. */
    @GetMapping("/ops/reconciliation")
    Page<Pass> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        return Page.of(
                passes.before(Page.positionOf(cursor).orElse(null), size + 1),
                size,
                it -> it.passId().toString());
    }

    /** One comparison with the provider's books, with the differences it found. */
    @GetMapping("/ops/reconciliation/{passId}")
    PassDetails inspect(@PathVariable UUID passId) {
        var pass = passes.find(passId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such pass"));
        return new PassDetails(pass, passes.differencesOf(passId));
    }

    /** Compares all payments made within that time; heals what hearing the provider's word heals, unless it is only a look. */
    @PostMapping("/ops/reconciliation")
    PassResult run(IdempotencyKey key, @RequestBody @Valid PaymentReconciliationRequest request) {
        if (!Boolean.TRUE.equals(request.dryRun()) && passes.isRepeated(key)) {
            return new PassResult(carryOut(key, request, () -> 0), false, 0, List.of());
        }
        var found = fullPass.run(request.from(), request.until());
        var differences = found.differences().stream()
                .map(it -> new Entry(it.order(), it.kind(), it.ours(), it.theirs(), it.canBeHealed()))
                .toList();
        if (Boolean.TRUE.equals(request.dryRun())) {
            var wouldHeal = differences.stream().filter(Entry::healed).count();
            return new PassResult(wouldHeal, true, found.compared(), differences);
        }
        var affected = carryOut(key, request, () -> passes.healAll(key.caller(), found));
        return new PassResult(affected, false, found.compared(), differences);
    }

    private long carryOut(IdempotencyKey key, PaymentReconciliationRequest request, LongSupplier effect) {
        return interventions
                .carryOut(
                        key,
                        request,
                        "reconciliation.run",
                        "%s to %s".formatted(request.from(), request.until()),
                        request.reason(),
                        effect)
                .affected();
    }

    /** @param dryRun only look */
    record PaymentReconciliationRequest(
            @NotNull Instant from,
            @NotNull Instant until,
            @NotBlank @Characters(max = 500) String reason,
            @Nullable Boolean dryRun) {

        @AssertTrue(message = "until must come after from, by 31 days at most")
        boolean isSomeTime() {
            return from == null
                    || until == null
                    || (from.isBefore(until) && Duration.between(from, until).compareTo(Duration.ofDays(31)) <= 0);
        }
    }

    record PassDetails(Pass pass, List<Entry> differences) {}

    /**
     * @param affected how many were healed, or would be
     * @param compared nothing under a key that was used before: then nobody is asked again, and the pass is on the record
     * @param differences as this comparison found them
     */
    record PassResult(long affected, boolean dryRun, int compared, List<Entry> differences) {}
}
