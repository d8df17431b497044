package com.ecom.user;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.Outbox;
import com.ecom.core.service.Caller;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes profile or preferences, unless they are no longer what the customer saw, and tells the shop. */
@Component
class ChangeCustomer {

    private final MeetCustomer meetCustomer;
    private final Customers customers;
    private final Outbox outbox;

    ChangeCustomer(MeetCustomer meetCustomer, Customers customers, Outbox outbox) {
        this.meetCustomer = meetCustomer;
        this.customers = customers;
        this.outbox = outbox;
    }

    @Transactional
    Customer handle(Caller caller, Version seen, Consumer<UUID> change) {
        meetCustomer.handle(caller);
        seen.mustBe(customers.lock(caller.id()).version());
        change.accept(caller.id());
        FaultPoint.pass("customer-changed-before-publishing");
        var changed = customers.get(caller.id());
        outbox.publish(UserEvent.ProfileUpdated.of(changed));
        return changed;
    }
}
