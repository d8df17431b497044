package com.ecom.user;

import com.ecom.core.outbox.Outbox;
import com.ecom.core.privacy.Mentions;
import com.ecom.user.PrivacyRequest.Kind;
import com.ecom.user.PrivacyRequest.State;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every service for what a customer wants, notes what each answers, and knows when it is done. */
@Component
class RunPrivacyRequests {

    private final PrivacyRequests requests;
    private final OwnPersonalData own;
    private final Mentions mentions;
    private final Outbox outbox;
    private final Clock clock;

    RunPrivacyRequests(PrivacyRequests requests, OwnPersonalData own, Mentions mentions, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.own = own;
        this.mentions = mentions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether there was one to begin. */
    @Transactional
    boolean beginNext() {
        var due = requests.claimDue();
        due.ifPresent(this::begin);
        return due.isPresent();
    }

    @Transactional
    void erased(UUID id, String service, Answer answer) {
        requests.lock(id).ifPresent(it -> {
            requests.noteErased(id, service, answer.erased, answer.anonymised, answer.kept, answer.reason);
            finishIfAllAnswered(id);
        });
    }

    /** What comes after its owner began to be forgotten is not kept. */
    @Transactional
    void exported(UUID id, String service, Copy copy) {
        requests.lock(id).filter(it -> it.state() == State.RUNNING).ifPresent(it -> {
            requests.noteExported(id, service, copy.part, copy.parts, copy.items);
            finishIfAllAnswered(id);
        });
    }

    private void begin(PrivacyRequest it) {
        requests.move(it.requestId(), State.RUNNING);
        if (it.kind() == Kind.EXPORT) {
            requests.noteExported(it.requestId(), OwnPersonalData.SERVICE, 1, 1, own.of(it.userId()));
        } else {
            requests.endCopiesOf(it.userId());
            var names = own.namesOf(it.userId());
            requests.noteErased(it.requestId(), OwnPersonalData.SERVICE, own.erase(it.userId()), 0, 0, null);
            mentions.forget(it.userId(), names);
        }
        outbox.publish(new UserEvent.PrivacyRequested(
                it.kind(), it.requestId(), it.userId(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private void finishIfAllAnswered(UUID id) {
        requests.find(id)
                .filter(it -> it.state() == State.RUNNING && it.missing().isEmpty())
                .ifPresent(it -> requests.move(id, State.DONE));
    }

    record Answer(
            UUID requestId,
            int erased,
            int anonymised,
            int kept,
            @Nullable String reason) {}

    record Copy(UUID requestId, int part, int parts, List<Object> items) {}
}
