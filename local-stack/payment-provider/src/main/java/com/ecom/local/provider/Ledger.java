package com.ecom.local.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All payments, surviving the death of the process: every change is appended to a file before it is answered. */
class Ledger {

    private final JsonMapper json;
    private final @Nullable Path file;
    private final Map<String, Payment> payments = new LinkedHashMap<>();

    Ledger(JsonMapper json, @Nullable Path file) throws IOException {
        this.json = json;
        this.file = file;
        if (file != null && Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var payment = json.readValue(line, Payment.class);
                payments.put(payment.orderId(), payment);
            }
        }
    }

    synchronized Optional<Payment> find(String order) {
        return Optional.ofNullable(payments.get(order));
    }

    synchronized Collection<Payment> all() {
        return List.copyOf(payments.values());
    }

    /** Keeps a new payment unless the order has one. */
    synchronized Change open(Payment payment) {
        var known = payments.get(payment.orderId());
        return known == null ? keep(payment) : new Change(known, false);
    }

    /** Changes the order's payment; empty if there is none. */
    synchronized Optional<Change> change(String order, UnaryOperator<Payment> change) {
        var known = payments.get(order);
        if (known == null) {
            return Optional.empty();
        }
        var next = change.apply(known);
        return Optional.of(next.status().equals(known.status()) ? new Change(next, false) : keep(next));
    }

    private Change keep(Payment payment) {
        try {
            if (file != null) {
                var line = json.writeValueAsString(payment) + "\n";
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        payments.put(payment.orderId(), payment);
        return new Change(payment, true);
    }

    /** @param happened whether the payment's status is new, which is when the provider has news */
    record Change(Payment payment, boolean happened) {}
}
