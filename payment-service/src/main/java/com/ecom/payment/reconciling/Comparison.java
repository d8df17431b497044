package com.ecom.payment.reconciling;

import com.ecom.payment.model.Intent;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentState;
import com.ecom.payment.model.IntentState.ActionRequired;
import com.ecom.payment.model.IntentState.Authorized;
import com.ecom.payment.model.IntentState.Authorizing;
import com.ecom.payment.model.IntentState.CancelPending;
import com.ecom.payment.model.IntentState.CaptureFailed;
import com.ecom.payment.model.IntentState.Captured;
import com.ecom.payment.model.IntentState.Capturing;
import com.ecom.payment.model.IntentState.Failed;
import com.ecom.payment.model.IntentState.None;
import com.ecom.payment.model.IntentState.Voided;
import com.ecom.payment.model.IntentState.Voiding;
import com.ecom.payment.model.Lifecycle.PaymentUpdate;
import com.ecom.payment.model.ProviderPayment;
import com.ecom.payment.model.ProviderPayment.Standing;
import com.ecom.payment.reconciling.Difference.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one payment stands here and at the provider, and whether the two agree. What the lifecycle can make good by hearing
 * the provider's word comes with that word; the rest is for people.
 */
final class Comparison {

    private Comparison() {}

    /**
     * @param isStillAsked whether a call is to be made that explains why the provider does not know it yet
     * @param theirs nothing if the provider does not know it
     */
    static Optional<Difference> of(Intent ours, boolean isStillAsked, @Nullable ProviderPayment theirs) {
        return theirs == null ? unknownThere(ours, isStillAsked) : known(ours, theirs);
    }

    static Difference unknownHere(ProviderPayment theirs) {
        return new Difference(theirs.order(), Kind.UNKNOWN_HERE, "nothing", inWords(theirs), List.of());
    }

    private static Optional<Difference> unknownThere(Intent ours, boolean isStillAsked) {
        if (ours.isFree()) {
            return Optional.empty();
        }
        var healing = ours.state() instanceof CancelPending
                ? List.of(PaymentUpdate.of(ours.orderId(), new ProviderDeclined("never_arrived")))
                : List.<PaymentUpdate>of();
        return switch (ours.state()) {
            case None _, Voided _, Failed _ -> Optional.empty();
            case Authorizing _, CancelPending _ when isStillAsked -> Optional.empty();
            case Authorizing _, CancelPending _, ActionRequired _, Authorized _, Capturing _ ->
                Optional.of(new Difference(ours.orderId(), Kind.UNKNOWN_THERE, inWords(ours), "nothing", healing));
            case Captured _, CaptureFailed _, Voiding _ ->
                Optional.of(new Difference(ours.orderId(), Kind.UNKNOWN_THERE, inWords(ours), "nothing", healing));
        };
    }

    private static Optional<Difference> known(Intent ours, ProviderPayment theirs) {
        if (ours.charge() == null || !ours.charge().amount().equals(theirs.amount())) {
            return Optional.of(difference(Kind.AMOUNT, ours, theirs, List.of()));
        }
        var healing = PaymentUpdate.of(theirs);
        var healed = after(ours, healing);
        if (!healed.equals(ours)) {
            var kind = healed.state().equals(ours.state()) ? Kind.REFUNDS : Kind.STATE;
            return Optional.of(difference(kind, ours, theirs, healing));
        }
        if (!agreeing(ours.state()).contains(theirs.standing())) {
            return Optional.of(difference(Kind.STATE, ours, theirs, List.of()));
        }
        return ours.state() instanceof Captured && !gaveBackTheSame(ours, theirs)
                ? Optional.of(difference(Kind.REFUNDS, ours, theirs, List.of()))
                : Optional.empty();
    }

    private static Intent after(Intent ours, List<PaymentUpdate> updates) {
        var intent = ours;
        for (var it : updates) {
            intent = intent.on(it.fact()).intent();
        }
        return intent;
    }

    private static Set<Standing> agreeing(IntentState state) {
        return switch (state) {
            case None _ -> Set.of();
            case Authorizing _, CancelPending _ -> Set.of(Standing.PROCESSING);
            case ActionRequired _ -> Set.of(Standing.NEEDS_ACTION, Standing.PROCESSING);
            case Authorized _ -> Set.of(Standing.AUTHORIZED);
            case Capturing _ -> Set.of(Standing.AUTHORIZED, Standing.PROCESSING);
            case Captured _ -> Set.of(Standing.CAPTURED, Standing.RETURNED);
            case CaptureFailed _ -> Set.of(Standing.CAPTURE_REFUSED, Standing.AUTHORIZED, Standing.RETURNED);
            case Voiding _ -> Set.of(Standing.values());
            case Voided _ -> Set.of(Standing.RETURNED, Standing.DECLINED);
            case Failed _ -> Set.of(Standing.DECLINED, Standing.RETURNED);
        };
    }

    /** What is under way may or may not have arrived. */
    private static boolean gaveBackTheSame(Intent ours, ProviderPayment theirs) {
        var returned = theirs.returned().amount();
        return ours.refunds().given() <= returned && returned <= ours.refunds().promised();
    }

    private static Difference difference(Kind kind, Intent ours, ProviderPayment theirs, List<PaymentUpdate> healing) {
        return new Difference(ours.orderId(), kind, inWords(ours), inWords(theirs), healing);
    }

    private static String inWords(Intent it) {
        var charge = it.charge();
        return "%s, %s, %d given back"
                .formatted(
                        it.state().getClass().getSimpleName(),
                        charge == null
                                ? "no charge"
                                : charge.amount().amount() + " "
                                        + charge.amount().currency(),
                        it.refunds().given());
    }

    private static String inWords(ProviderPayment it) {
        return "%s, %d %s, %d given back"
                .formatted(
                        it.standing(),
                        it.amount().amount(),
                        it.amount().currency(),
                        it.returned().amount());
    }
}
