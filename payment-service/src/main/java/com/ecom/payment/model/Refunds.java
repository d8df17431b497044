package com.ecom.payment.model;

import com.ecom.core.money.Money;
import com.ecom.payment.model.IntentFact.RefundRequested;
import com.ecom.payment.model.Refund.Standing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All refunds of one payment, each once. */
public record Refunds(List<Refund> all) {

    private static final String NOT_CAPTURED = "not_captured";
    private static final String MORE_THAN_IS_LEFT = "more_than_is_left";

    public static final Refunds NONE = new Refunds(List.of());

    public Refunds {
        all = List.copyOf(all);
    }

    public Optional<Refund> find(UUID id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What was given back, in minor units. */
    public long given() {
        return sum(Standing.DONE);
    }

    /** What was given back or is on its way, in minor units. */
    public long promised() {
        return sum(Standing.DONE) + sum(Standing.REQUESTED);
    }

    /**
     * Whether a new refund is granted: never more than what was taken and is not promised already.
     *
     * @param taken nothing while no money is taken
     */
    Refund decide(RefundRequested request, @Nullable Money taken) {
        var wanted = request.amount();
        var granted = new Refund(request.refund(), wanted, Standing.REQUESTED, null);
        if (taken == null) {
            return granted.refused(NOT_CAPTURED);
        }
        return wanted.currency().equals(taken.currency())
                        && wanted.amount() > 0
                        && wanted.amount() <= taken.amount() - promised()
                ? granted
                : granted.refused(MORE_THAN_IS_LEFT);
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
