package com.ecom.user.customers;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.Outbox;
import com.ecom.core.security.Caller;
import com.ecom.user.model.UserEvent;
import com.ecom.user.web.ExpectedVersion;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes profile or preferences at the expected version, and publishes the change. */
@Component
@RequiredArgsConstructor
class ChangeCustomer {

    private final RegisterCustomer registerCustomer;
    private final Customers customers;
    private final Outbox outbox;

    @Transactional
    Customer handle(Caller caller, ExpectedVersion seen, Consumer<UUID> change) {
        registerCustomer.handle(caller);
        seen.requireCurrent(customers.lock(caller.id()).version());
        change.accept(caller.id());
        FaultPoint.pass("customer-changed-before-publishing");
        var changed = customers.get(caller.id());
        outbox.publish(profileUpdated(changed));
        return changed;
    }

    private static UserEvent profileUpdated(Customer it) {
        return new UserEvent.ProfileUpdated(
                it.id(),
                it.version(),
                it.profile().firstName(),
                it.profile().lastName(),
                it.preferences().language(),
                it.preferences().marketingEmails());
    }
}
