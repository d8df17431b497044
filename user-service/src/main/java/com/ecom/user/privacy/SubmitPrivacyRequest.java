package com.ecom.user.privacy;

import com.ecom.core.outbox.Outbox;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.Caller;
import com.ecom.user.model.PrivacyRequest.Kind;
import com.ecom.user.model.UserEvent;
import com.ecom.user.model.UserRefusal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a customer's request and notifies them of it: their session may have been stolen. */
@Component
@RequiredArgsConstructor
class SubmitPrivacyRequest {

    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(Role.GUEST, Role.CUSTOMER, Role.SERVICE));

    private final PrivacyRequests requests;
    private final Outbox outbox;
    private final Settings settings;

    /** @throws UserRefusal.StaffCannotBeErased if a member of staff requests erasure */
    @Transactional
    UUID handle(Caller caller, Kind kind) {
        if (kind == Kind.ERASURE && !Collections.disjoint(caller.roles(), STAFF)) {
            throw new UserRefusal.StaffCannotBeErased();
        }
        var delay = kind == Kind.ERASURE ? settings.timeToReconsider : Duration.ZERO;
        var id = requests.add(caller.id(), kind, delay);
        if (caller.email() != null) {
            var asked = requests.get(caller.id(), id);
            outbox.publish(new UserEvent.PrivacyRequestReceived(
                    id, caller.id(), caller.email(), kind, asked.askedAt(), asked.dueAt()));
        }
        return id;
    }

    /** @param timeToReconsider before an erasure starts, for the session may have been stolen */
    @ConfigurationProperties("ecom.privacy")
    record Settings(@DefaultValue("7d") Duration timeToReconsider) {}
}
