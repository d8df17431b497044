package com.ecom.core.deadletters;

import com.ecom.core.deadletters.DeadLetter.State;
import com.ecom.core.deadletters.DeadLetters.Choice;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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

/** Messages that could not be handled: look at them, have them handled again, or let them go. */
@RestController
@RequiredArgsConstructor
class DeadLetterController {

    private static final int MOST = 1_000;
    /** What ids consist of; databases compare them with nothing else. */
    private static final String ID = "[!-~]{1,36}";

    private final DeadLetters letters;
    private final Interventions interventions;

    /** The oldest first. */
    @GetMapping("/ops/dead-letters")
    Page<DeadLetter> list(
            @RequestParam(defaultValue = "WAITING") State state,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var choice = new Choice(null, group, topic, type);
        var after = Page.positionOf(cursor).orElse("");
        return Page.of(letters.list(state, choice, after, size + 1), size, DeadLetter::id);
    }

    /** One message that could not be handled, whole. */
    @GetMapping("/ops/dead-letters/{letterId}")
    DeadLetter inspect(@PathVariable @Pattern(regexp = ID) String letterId) {
        return letters.find(letterId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such letter"));
    }

    /** They are tried again in a moment, as the same messages; what still fails is waiting again then. */
    @PostMapping("/ops/dead-letters/requeue")
    Outcome requeue(IdempotencyKey key, @RequestBody @Valid DeadLetterSelection selection) {
        return move(key, selection, "dead-letters.requeue", State.REQUEUED);
    }

    /** Gives up messages that match, under the reason given. */
    @PostMapping("/ops/dead-letters/discard")
    Outcome discard(IdempotencyKey key, @RequestBody @Valid DeadLetterSelection selection) {
        return move(key, selection, "dead-letters.discard", State.DISCARDED);
    }

    private Outcome move(IdempotencyKey key, DeadLetterSelection selection, String action, State to) {
        var choice = selection.choice();
        if (Boolean.TRUE.equals(selection.dryRun())) {
            return Outcome.wouldAffect(letters.count(State.WAITING, choice));
        }
        return interventions.carryOut(
                key,
                selection,
                action,
                choice.toString(),
                selection.reason(),
                () -> letters.move(State.WAITING, to, choice, MOST));
    }

    /**
     * Which letters are meant, all that wait and apply, the oldest 1,000 at most; and why.
     *
     * @param dryRun only count them
     */
    record DeadLetterSelection(
            @Nullable @Pattern(regexp = ID) String id,
            @Nullable @Characters(max = 200) String group,
            @Nullable @Characters(max = 200) String topic,
            @Nullable @Characters(max = 200) String type,
            @NotBlank @Characters(max = 500) String reason,
            @Nullable Boolean dryRun) {

        Choice choice() {
            return new Choice(id, group, topic, type);
        }
    }
}
