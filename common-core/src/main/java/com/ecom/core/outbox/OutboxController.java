package com.ecom.core.outbox;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.outbox.OutboxAdmin.Choice;
import com.ecom.core.outbox.OutboxEntry.State;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** What has gone out, what has not, and what to do about it. */
@RestController
@RequiredArgsConstructor
class OutboxController {

    private static final int MOST = 10_000;

    /** Nothing is older, and no clock can be set back further without end. */
    private static final long A_CENTURY = Duration.ofDays(36_500).toSeconds();

    private final OutboxAdmin outbox;
    private final Interventions interventions;
    private final Clock clock;

    /** Events that wait, are parked or were published, by topic, key and age. */
    @GetMapping("/ops/outbox")
    Page<OutboxEntry> list(
            @RequestParam(defaultValue = "PARKED") State state,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "0") @PositiveOrZero long olderThanSeconds,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var until = olderThanSeconds == 0 ? null : clock.instant().minusSeconds(Math.min(olderThanSeconds, A_CENTURY));
        var after = Page.positionOf(cursor).orElse(null);
        var entries = outbox.list(state, new Choice(null, topic, key, null, null, until, null), after, size + 1);
        return Page.of(entries, size, outbox::positionOf);
    }

    /** One event of the outbox, whole. */
    @GetMapping("/ops/outbox/{eventId}")
    OutboxEntry inspect(@PathVariable UUID eventId) {
        return outbox.find(eventId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such event"));
    }

    /** Parked events go out, and what waited behind them. */
    @PostMapping("/ops/outbox/replay")
    Outcome replay(IdempotencyKey key, @RequestBody @Valid OutboxSelection selection) {
        return move(key, selection, "outbox.replay", State.PARKED, State.NEW);
    }

    /** Events that have gone out do so again, as the same messages; whoever has handled them before passes them over. */
    @PostMapping("/ops/outbox/re-emission")
    Outcome emitAgain(IdempotencyKey key, @RequestBody @Valid OutboxSelection selection) {
        return move(key, selection, "outbox.re-emission", State.SENT, State.NEW);
    }

    /** Parked events never go out, and hold up no longer what waits behind them. */
    @PostMapping("/ops/outbox/discard")
    Outcome discard(IdempotencyKey key, @RequestBody @Valid OutboxSelection selection) {
        return move(key, selection, "outbox.discard", State.PARKED, State.DISCARDED);
    }

    private Outcome move(IdempotencyKey key, OutboxSelection selection, String action, State from, State to) {
        var choice = selection.choice();
        if (Boolean.TRUE.equals(selection.dryRun())) {
            return Outcome.wouldAffect(outbox.count(from, choice));
        }
        return interventions.carryOut(
                key,
                selection,
                action,
                choice.toString(),
                selection.reason(),
                () -> outbox.move(from, to, choice, MOST));
    }

    /**
     * Which events are meant, all that apply, the oldest 10,000 at most; and why.
     *
     * @param from published then or later; likewise {@code until}
     * @param sentBefore so that emitting many again in steps does not begin anew with each
     * @param dryRun only count them
     */
    record OutboxSelection(
            @Nullable UUID eventId,
            @Nullable @Characters(max = 200) String topic,
            @Nullable @Characters(max = 200) String key,
            @Nullable @Characters(max = 200) String type,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant sentBefore,
            @NotBlank @Characters(max = 500) String reason,
            @Nullable Boolean dryRun) {

        Choice choice() {
            return new Choice(eventId, topic, key, type, from, until, sentBefore);
        }
    }
}
