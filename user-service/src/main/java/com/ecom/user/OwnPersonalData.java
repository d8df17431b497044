package com.ecom.user;

import com.ecom.core.privacy.ErasedSubjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service itself keeps of a customer. */
@Component
class OwnPersonalData {

    static final String SERVICE = "user-service";

    private final JdbcClient jdbc;
    private final ErasedSubjects erased;
    private final Customers customers;
    private final Addresses addresses;
    private final Wishlist wishlist;

    OwnPersonalData(
            JdbcClient jdbc, ErasedSubjects erased, Customers customers, Addresses addresses, Wishlist wishlist) {
        this.jdbc = jdbc;
        this.erased = erased;
        this.customers = customers;
        this.addresses = addresses;
        this.wishlist = wishlist;
    }

    List<Item> of(UUID customer) {
        var items = new ArrayList<Item>();
        if (customers.knows(customer)) {
            items.add(new Item("customer", customers.get(customer)));
        }
        addresses.of(customer).forEach(it -> items.add(new Item("address", it)));
        wishlist.of(customer).forEach(it -> items.add(new Item("wish", it)));
        return items;
    }

    /** By what operators may have spoken of them. */
    Set<String> namesOf(UUID customer) {
        return customers.emailOf(customer).map(Set::of).orElse(Set.of());
    }

    /** How many records are gone; what comes late of them is not kept. */
    int erase(UUID customer) {
        erased.add(customer);
        var records = of(customer).size();
        jdbc.sql("delete from customer where id = :id")
                .param("id", customer.toString())
                .update();
        return records;
    }

    record Item(String kind, Object content) {}
}
