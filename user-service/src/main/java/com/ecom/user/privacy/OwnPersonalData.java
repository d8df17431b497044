package com.ecom.user.privacy;

import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.user.addresses.Address;
import com.ecom.user.addresses.Addresses;
import com.ecom.user.customers.Customers;
import com.ecom.user.wishlist.Wishlist;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service itself keeps of a customer. */
@Component
@RequiredArgsConstructor
class OwnPersonalData {

    static final String SERVICE = "user-service";

    private final JdbcClient jdbc;
    private final ErasedSubjects erased;
    private final Customers customers;
    private final Addresses addresses;
    private final Wishlist wishlist;

    List<Item> of(UUID customer) {
        var items = new ArrayList<Item>();
        if (customers.exists(customer)) {
            items.add(new Item("customer", customers.get(customer)));
        }
        addresses.of(customer).stream().map(OwnPersonalData::itemOf).forEach(items::add);
        wishlist.of(customer).forEach(it -> items.add(new Item("wish", it)));
        return items;
    }

    /** The names by which operators may have mentioned them. */
    Set<String> namesOf(UUID customer) {
        return customers.emailOf(customer).map(Set::of).orElse(Set.of());
    }

    /** How many records are gone; late events about them are ignored. */
    int erase(UUID customer) {
        erased.add(customer);
        var records = of(customer).size();
        jdbc.sql("delete from customer where id = :id")
                .param("id", customer.toString())
                .update();
        return records;
    }

    private static Item itemOf(Address it) {
        return new Item("address", it);
    }

    record Item(String kind, Object content) {}
}
