package com.ecom.user;

import com.ecom.core.outbox.Outbox;
import com.ecom.core.service.Caller;
import com.ecom.user.PrivacyRequest.Kind;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what a customer wants done, and has them told of it: whoever has their session may not be them. */
@Component
class AskForPrivacy {

    private final PrivacyRequests requests;
    private final Outbox outbox;
    private final Settings settings;

    AskForPrivacy(PrivacyRequests requests, Outbox outbox, Settings settings) {
        this.requests = requests;
        this.outbox = outbox;
        this.settings = settings;
    }

    @Transactional
    UUID handle(Caller caller, Kind kind) {
        var delay = kind == Kind.ERASURE ? settings.timeToReconsider : Duration.ZERO;
        var id = requests.add(caller.id(), kind, delay);
        if (caller.email() != null) {
            var asked = requests.get(caller.id(), id);
            outbox.publish(
                    new UserEvent.PrivacyAsked(id, caller.id(), caller.email(), kind, asked.askedAt(), asked.dueAt()));
        }
        return id;
    }

    /** @param timeToReconsider before somebody is forgotten, for whoever has their session may not be them */
    @ConfigurationProperties("ecom.privacy")
    record Settings(@DefaultValue("7d") Duration timeToReconsider) {}
}
