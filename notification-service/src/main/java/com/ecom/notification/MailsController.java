package com.ecom.notification;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.notification.Notifications.Status;
import com.ecom.notification.UndeliveredMails.MailFilter;
import com.ecom.notification.UndeliveredMails.UndeliveredMail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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

/** Mails that were not sent: operators list, requeue or discard them. */
@RestController
@RequiredArgsConstructor
class MailsController {

    private static final int MOST = 1_000;
    private static final String ID = "[!-~]{1,64}";

    private final UndeliveredMails mails;
    private final Interventions interventions;

    /** The oldest first. */
    @GetMapping("/ops/mails")
    Page<UndeliveredMail> list(
            @RequestParam(defaultValue = "DEAD_LETTER") Status status,
            @RequestParam(required = false) @Nullable @Pattern(regexp = ID) String about,
            @RequestParam(required = false) @Nullable UUID userId,
            @RequestParam(required = false) @Nullable Template template,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Page.positionOf(cursor).orElse("");
        return Page.of(
                mails.list(status, new MailFilter(null, about, userId, template), after, size + 1),
                size,
                it -> it.mailId().toString());
    }

    /** One mail that was not delivered, and why. */
    @GetMapping("/ops/mails/{mailId}")
    UndeliveredMail inspect(@PathVariable UUID mailId) {
        return mails.find(mailId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such mail"));
    }

    /** They are sent in a moment, or tried for as long as new ones. */
    @PostMapping("/ops/mails/requeue")
    Outcome requeue(IdempotencyKey key, @RequestBody @Valid MailSelection selection) {
        return decide(key, selection, "mails.requeue", () -> mails.requeue(selection.from(), selection.filter(), MOST));
    }

    /** They are never sent. */
    @PostMapping("/ops/mails/discard")
    Outcome discard(IdempotencyKey key, @RequestBody @Valid MailSelection selection) {
        return decide(key, selection, "mails.discard", () -> mails.discard(selection.from(), selection.filter(), MOST));
    }

    private Outcome decide(IdempotencyKey key, MailSelection selection, String action, LongSupplier effect) {
        if (Boolean.TRUE.equals(selection.dryRun())) {
            return Outcome.wouldAffect(mails.count(selection.from(), selection.filter(), MOST));
        }
        return interventions.carryOut(
                key,
                selection,
                action,
                "%s %s".formatted(selection.from(), selection.filter()),
                selection.reason(),
                effect);
    }

    /** The states in which mails wait for an operator's decision. */
    enum From {
        DEAD_LETTER(Status.DEAD_LETTER),
        HELD(Status.HELD);

        private final Status status;

        From(Status status) {
            this.status = status;
        }
    }

    /**
     * Which mails are meant, all that apply, the oldest 1,000 at most; and why.
     *
     * @param status those that were given up unless it says HELD: those that were over the cap
     * @param dryRun only count them
     */
    record MailSelection(
            @Nullable From status,
            @Nullable UUID id,
            @Nullable @Pattern(regexp = ID) String about,
            @Nullable UUID userId,
            @Nullable Template template,
            @NotBlank @Characters(max = 500) String reason,
            @Nullable Boolean dryRun) {

        Status from() {
            return (status == null ? From.DEAD_LETTER : status).status;
        }

        MailFilter filter() {
            return new MailFilter(id, about, userId, template);
        }
    }
}
