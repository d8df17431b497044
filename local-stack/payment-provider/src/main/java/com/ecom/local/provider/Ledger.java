package com.ecom.local.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All payments, surviving the death of the process: every change is appended to a file before it is answered. */
class Ledger {

    private final JsonMapper json;
    private final @Nullable Path file;
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();

    Ledger(JsonMapper json, @Nullable Path file) throws IOException {
        this.json = json;
        this.file = file;
        if (file != null && Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var payment = json.readValue(line, Payment.class);
                put(payment);
            }
        }
    }

    synchronized Optional<Payment> find(String order) {
        return Optional.ofNullable(payments.get(order));
    }

    synchronized Collection<Payment> all() {
        return List.copyOf(payments.values());
    }

    /** The orders whose customers have yet to answer their bank. */
    synchronized List<String> waiting() {
        return List.copyOf(waiting);
    }

    /** Those made within that time, after that order's payment if one is named; the oldest first. */
    synchronized List<Payment> page(long from, long until, @Nullable String after, int limit) {
        return payments.values().stream()
                .filter(it -> it.madeAtMillis() >= from && it.madeAtMillis() < until)
                .dropWhile(it -> after != null && !it.orderId().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(limit)
                .toList();
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
        var same = next.status().equals(known.status()) && next.returns().equals(known.returns());
        return Optional.of(same ? new Change(next, false) : keep(next));
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
        put(payment);
        return new Change(payment, true);
    }

    private void put(Payment payment) {
        payments.put(payment.orderId(), payment);
        if (payment.status().equals("requires_action")) {
            waiting.add(payment.orderId());
        } else {
            waiting.remove(payment.orderId());
        }
    }

    /** @param happened whether the payment's status or one of its refunds is new, which is when the provider sends a webhook */
    record Change(Payment payment, boolean happened) {}
}
