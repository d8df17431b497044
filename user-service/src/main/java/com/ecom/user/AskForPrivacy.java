package com.ecom.user;

import com.ecom.core.outbox.Outbox;
import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.core.service.Caller;
import com.ecom.user.PrivacyRequest.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what a customer wants done, and has them told of it: whoever has their session may not be them. */
@Component
class AskForPrivacy {

    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(Role.GUEST, Role.CUSTOMER, Role.SERVICE));

    private final PrivacyRequests requests;
    private final Outbox outbox;
    private final Settings settings;

    AskForPrivacy(PrivacyRequests requests, Outbox outbox, Settings settings) {
        this.requests = requests;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** @throws UserRefusal.StaffStay if somebody wants to be forgotten whose account could not be */
    @Transactional
    UUID handle(Caller caller, Kind kind) {
        if (kind == Kind.ERASURE && !Collections.disjoint(caller.roles(), STAFF)) {
            throw new UserRefusal.StaffStay();
        }
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
