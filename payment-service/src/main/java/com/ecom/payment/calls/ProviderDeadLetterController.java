package com.ecom.payment.calls;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.payment.calls.ProviderDeadLetter.Kind;
import com.ecom.payment.calls.ProviderDeadLetter.State;
import com.ecom.payment.calls.ProviderDeadLetters.Choice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
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

/** Calls to the provider that failed for good: look at them, have them made again, or let them go. */
@RestController
@RequiredArgsConstructor
class ProviderDeadLetterController {

    private static final int MOST = 1_000;
    private static final String OPERATIONS = "AUTHORIZE|CAPTURE|VOID|REFUND";

    private final ProviderDeadLetters letters;
    private final Interventions interventions;

    /** The oldest first. */
    @GetMapping("/ops/provider/dead-letters")
    Page<ProviderDeadLetter> list(
            @RequestParam(defaultValue = "WAITING") State state,
            @RequestParam(required = false) @Nullable UUID orderId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = OPERATIONS) String operation,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Page.positionOf(cursor).orElse("");
        return Page.of(
                letters.list(state, new Choice(null, orderId, operation, kind), after, size + 1),
                size,
                it -> it.id().toString());
    }

    /** One call of the provider that failed for good, whole. */
    @GetMapping("/ops/provider/dead-letters/{letterId}")
    ProviderDeadLetter inspect(@PathVariable UUID letterId) {
        return letters.find(letterId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such letter"));
    }

    /** The calls are made again within a second, under the same idempotency keys; those no longer wanted are left alone. */
    @PostMapping("/ops/provider/dead-letters/requeue")
    Outcome requeue(IdempotencyKey key, @RequestBody @Valid ProviderDeadLetterSelection selection) {
        var choice = selection.choice();
        if (Boolean.TRUE.equals(selection.dryRun())) {
            return Outcome.wouldAffect(letters.count(choice, true, MOST));
        }
        return interventions.carryOut(
                key,
                selection,
                "provider.dead-letters.requeue",
                choice.toString(),
                selection.reason(),
                () -> letters.requeue(choice, MOST));
    }

    /** They are never made again by themselves; what their payments wait for is then for reconciliation or people to find. */
    @PostMapping("/ops/provider/dead-letters/discard")
    Outcome discard(IdempotencyKey key, @RequestBody @Valid ProviderDeadLetterSelection selection) {
        var choice = selection.choice();
        if (Boolean.TRUE.equals(selection.dryRun())) {
            return Outcome.wouldAffect(letters.count(choice, false, MOST));
        }
        return interventions.carryOut(
                key,
                selection,
                "provider.dead-letters.discard",
                choice.toString(),
                selection.reason(),
                () -> letters.discard(choice, MOST));
    }

    /**
     * Which letters are meant, all that wait and apply, the oldest 1,000 at most; and why.
     *
     * @param dryRun only count them
     */
    record ProviderDeadLetterSelection(
            @Nullable UUID id,
            @Nullable UUID orderId,
            @Nullable @Pattern(regexp = OPERATIONS) String operation,
            @Nullable Kind kind,
            @NotBlank @Characters(max = 500) String reason,
            @Nullable Boolean dryRun) {

        Choice choice() {
            return new Choice(id, orderId, operation, kind);
        }
    }
}
