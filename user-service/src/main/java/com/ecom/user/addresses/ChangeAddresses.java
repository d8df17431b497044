package com.ecom.user.addresses;

import com.ecom.core.security.Caller;
import com.ecom.user.customers.Customers;
import com.ecom.user.customers.RegisterCustomer;
import com.ecom.user.model.UserRefusal;
import com.ecom.user.web.ExpectedVersion;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a customer's addresses, one change after the other, and leaves exactly one default among them. */
@Component
@RequiredArgsConstructor
class ChangeAddresses {

    private static final int LIMIT = 20;

    private final RegisterCustomer registerCustomer;
    private final Customers customers;
    private final Addresses addresses;

    @Transactional
    Address add(Caller caller, AddressForm form) {
        var owner = lock(caller);
        var others = addresses.of(owner);
        if (others.size() >= LIMIT) {
            throw new UserRefusal.TooManyAddresses(LIMIT);
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        addresses.add(owner, id, form);
        if (others.isEmpty()) {
            addresses.makeDefault(owner, id);
        }
        return addresses.get(owner, id);
    }

    @Transactional
    Address replace(Caller caller, UUID id, ExpectedVersion seen, AddressForm form) {
        var owner = lock(caller);
        seen.requireCurrent(addresses.get(owner, id).version());
        addresses.replace(owner, id, form);
        return addresses.get(owner, id);
    }

    @Transactional
    void remove(Caller caller, UUID id) {
        var owner = lock(caller);
        var removed = addresses.get(owner, id);
        addresses.remove(owner, id);
        if (removed.isDefault()) {
            addresses.of(owner).stream().findFirst().ifPresent(it -> addresses.makeDefault(owner, it.addressId()));
        }
    }

    @Transactional
    Address makeDefault(Caller caller, UUID id) {
        var owner = lock(caller);
        addresses.get(owner, id);
        addresses.makeDefault(owner, id);
        return addresses.get(owner, id);
    }

    private UUID lock(Caller caller) {
        registerCustomer.handle(caller);
        return customers.lock(caller.id()).id();
    }
}
