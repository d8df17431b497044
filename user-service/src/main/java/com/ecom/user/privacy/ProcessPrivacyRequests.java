package com.ecom.user.privacy;

import com.ecom.core.outbox.Outbox;
import com.ecom.core.privacy.Mentions;
import com.ecom.user.model.PrivacyRequest;
import com.ecom.user.model.PrivacyRequest.Kind;
import com.ecom.user.model.PrivacyRequest.State;
import com.ecom.user.model.UserEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a due request to every service, records each answer, and completes the request after the last one. */
@Component
@RequiredArgsConstructor
class ProcessPrivacyRequests {

    private final PrivacyRequests requests;
    private final OwnPersonalData own;
    private final Mentions mentions;
    private final Outbox outbox;
    private final Clock clock;

    /** Whether there was one to start. */
    @Transactional
    boolean startNext() {
        var due = requests.claimDue();
        due.ifPresent(this::start);
        return due.isPresent();
    }

    @Transactional
    void erased(UUID id, String service, Answer answer) {
        requests.lock(id).ifPresent(it -> {
            requests.recordErased(id, service, answer.erased, answer.anonymised, answer.kept, answer.reason);
            finishIfAllAnswered(id);
        });
    }

    /** What comes after its owner began to be forgotten is not kept. */
    @Transactional
    void exported(UUID id, String service, Copy copy) {
        requests.lock(id).filter(it -> it.state() == State.RUNNING).ifPresent(it -> {
            requests.recordExported(id, service, copy.part, copy.parts, copy.items);
            finishIfAllAnswered(id);
        });
    }

    private void start(PrivacyRequest it) {
        requests.setState(it.requestId(), State.RUNNING);
        if (it.kind() == Kind.EXPORT) {
            requests.recordExported(it.requestId(), OwnPersonalData.SERVICE, 1, 1, own.of(it.userId()));
        } else {
            requests.deleteCopiesOf(it.userId());
            var names = own.namesOf(it.userId());
            requests.recordErased(it.requestId(), OwnPersonalData.SERVICE, own.erase(it.userId()), 0, 0, null);
            mentions.forget(it.userId(), names);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        outbox.publish(
                switch (it.kind()) {
                    case EXPORT -> new UserEvent.ExportRequested(it.requestId(), it.userId(), now);
                    case ERASURE -> new UserEvent.ErasureRequested(it.requestId(), it.userId(), now);
                });
    }

    private void finishIfAllAnswered(UUID id) {
        requests.find(id)
                .filter(it -> it.state() == State.RUNNING && it.missing().isEmpty())
                .ifPresent(it -> requests.setState(id, State.DONE));
    }

    record Answer(
            UUID requestId,
            int erased,
            int anonymised,
            int kept,
            @Nullable String reason) {}

    record Copy(UUID requestId, int part, int parts, List<Object> items) {}
}
