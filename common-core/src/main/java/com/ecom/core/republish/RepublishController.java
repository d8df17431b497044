package com.ecom.core.republish;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For consumers that lost their copies of what this service owns. */
@RestController
@RequestMapping("/ops/${ecom.republish.name}/republish")
@RequiredArgsConstructor
class RepublishController {

    private final CurrentStates states;
    private final Republications republications;
    private final Republisher republisher;
    private final Interventions interventions;
    private final Clock clock;

    /** Every current state is published again, soon and at a bounded rate; consumers keep what they have that is newer. */
    @PostMapping
    Outcome republish(IdempotencyKey key, @RequestBody @Valid RepublishRequest request) {
        var total = states.count();
        if (Boolean.TRUE.equals(request.dryRun())) {
            return Outcome.wouldAffect(total);
        }
        var outcome = interventions.carryOut(key, request, "states.republish", "all", request.reason(), () -> {
            republications.add(Republication.of(key.toId(), key.caller(), clock.instant(), request.reason(), total));
            return total;
        });
        republisher.wake();
        return outcome;
    }

    /** How far each is: the newest first. */
    @GetMapping
    Page<Republication> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Page.positionOf(cursor).flatMap(RepublishController::id).orElse(null);
        return Page.of(
                republications.before(after, size + 1), size, it -> it.id().toString());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param dryRun only count */
    record RepublishRequest(
            @NotBlank @Characters(max = 500) String reason,
            @Nullable Boolean dryRun) {}
}
