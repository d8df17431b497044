package com.ecom.order.model;

import com.ecom.order.model.Refund.Standing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All refunds of one order, each once. */
public record Refunds(List<Refund> all) {

    public static final Refunds NONE = new Refunds(List.of());

    public Refunds {
        all = List.copyOf(all);
    }

    public Optional<Refund> find(UUID id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<Refund> underWay() {
        return all.stream().filter(it -> it.standing() == Standing.REQUESTED).toList();
    }

    /** What was given back, in minor units. */
    long given() {
        return sum(Standing.REFUNDED);
    }

    /** What was given back or is on its way, in minor units. */
    long promised() {
        return sum(Standing.REFUNDED) + sum(Standing.REQUESTED);
    }

    /** In the place of an earlier state of the same refund, if there is one. */
    Refunds with(Refund refund) {
        return find(refund.id()).isPresent()
                ? new Refunds(all.stream()
                        .map(it -> it.id().equals(refund.id()) ? refund : it)
                        .toList())
                : new Refunds(Stream.concat(all.stream(), Stream.of(refund)).toList());
    }

    private long sum(Standing standing) {
        return all.stream()
                .filter(it -> it.standing() == standing)
                .mapToLong(it -> it.amount().amount())
                .sum();
    }
}
