package com.ecom.simulation;

import static java.util.Objects.requireNonNull;

import com.ecom.core.money.Money;
import com.ecom.order.model.OrderEvent;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.IntentFact.AuthorizeRequested;
import com.ecom.payment.model.IntentFact.CaptureRequested;
import com.ecom.payment.model.IntentFact.RefundRequested;
import com.ecom.payment.model.IntentFact.VoidRequested;
import com.ecom.payment.model.IntentState;
import com.ecom.payment.model.Operation;
import com.ecom.payment.model.Operation.Authorize;
import com.ecom.payment.model.Operation.Capture;
import com.ecom.payment.model.Operation.RefundAmount;
import com.ecom.payment.model.Operation.VoidOrRefund;
import com.ecom.payment.model.Refund;
import com.ecom.payment.model.Refunds;
import com.ecom.simulation.ProviderModel.Webhook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** payment-service: an intent per order, and the calls to the provider, each made until it is answered. */
final class PaymentModel extends Service {

    private final Table<UUID, Intent> intents;
    private final Map<Call, Attempts> calls = new LinkedHashMap<>();
    private final Set<Long> webhooks = new HashSet<>();

    PaymentModel(World world) {
        super(world);
        intents = new Table<>(world.chance, world.rules.writesWhatItRead(Intent.class));
    }

    @Override
    Change effectOf(Object content) {
        return switch (content) {
            case OrderEvent.AuthorizePayment it -> authorize(it);
            case OrderEvent.CapturePayment it -> on(it.orderId(), null, new CaptureRequested());
            case OrderEvent.VoidPayment it -> on(it.orderId(), null, new VoidRequested());
            case OrderEvent.RefundPayment it -> on(it.orderId(), null, new RefundRequested(it.refundId(), it.amount()));
            case Answer it -> answered(it.call(), it.fact());
            case Webhook it -> webhook(it);
            default -> throw new IllegalStateException("Not for us: " + content);
        };
    }

    List<Call> due() {
        var due = new ArrayList<Call>();
        calls.forEach((call, attempts) -> {
            if (!attempts.done) {
                due.add(call);
            }
        });
        return due;
    }

    void make(Call call) {
        var attempts = requireNonNull(calls.get(call));
        if (world.chance.misfortune(0.05)) {
            return;
        }
        var answer = ask(call);
        if (world.chance.misfortune(0.1)) {
            attempts.done = !world.rules.triesCallsAgain();
        } else if (world.chance.misfortune(0.1)) {
            world.network.send(this, new Answer(call, answer));
        } else {
            transact(answered(call, answer));
        }
    }

    /** Asks the provider about whoever has waited long, and, as a full pass does, about refunds that may have failed since. */
    void reconcile(UUID order) {
        var intent = intents.all().get(order);
        if (intent == null) {
            return;
        }
        if (isWaiting(intent.state())) {
            world.provider.find(order).ifPresent(it -> transact(on(order, null, it)));
        }
        for (var refund : intent.refunds().all()) {
            if (refund.standing() != Refund.Standing.REFUSED) {
                world.provider.find(order, refund.id()).ifPresent(it -> transact(on(order, null, it)));
            }
        }
    }

    /** What is given back, or promised to be, by our books. */
    Refunds refundsOf(UUID order) {
        var intent = intents.all().get(order);
        return intent == null ? Refunds.NONE : intent.refunds();
    }

    private static boolean isWaiting(IntentState state) {
        return switch (state) {
            case IntentState.Authorizing _,
                    IntentState.ActionRequired _,
                    IntentState.CancelPending _,
                    IntentState.Capturing _,
                    IntentState.Voiding _ -> true;
            default -> false;
        };
    }

    private IntentFact ask(Call call) {
        return switch (call.operation()) {
            case Authorize _ -> world.provider.authorize(call.order(), amountOf(call.order()));
            case Capture _ -> world.provider.capture(call.order(), amountOf(call.order()));
            case VoidOrRefund _ -> world.provider.voidOrRefund(call.order());
            case RefundAmount(var refund, var amount) -> world.provider.refund(call.order(), refund, amount);
        };
    }

    private Money amountOf(UUID order) {
        return requireNonNull(intents.all().get(order)).knownCharge().amount();
    }

    private Change authorize(OrderEvent.AuthorizePayment it) {
        var charge = new Charge(it.customerId(), it.amount(), it.paymentMethod());
        if (!world.rules.commitsBeforeItCalls()) {
            world.provider.authorize(it.orderId(), it.amount());
        }
        return on(it.orderId(), charge, new AuthorizeRequested());
    }

    private Change answered(Call call, IntentFact answer) {
        var change = on(call.order(), null, answer);
        return new Change(
                () -> {
                    change.keep().run();
                    requireNonNull(calls.get(call)).done = true;
                },
                change.messages());
    }

    private Change webhook(Webhook event) {
        var intent = intents.all().get(event.order());
        if (webhooks.contains(event.id()) || intent == null || intent.charge() == null) {
            return Change.NONE;
        }
        var change = on(event.order(), null, event.fact());
        return new Change(
                () -> {
                    change.keep().run();
                    webhooks.add(event.id());
                },
                change.messages());
    }

    private Change on(UUID order, @Nullable Charge charge, IntentFact fact) {
        var step = world.rules.payment(intentOf(order, charge), fact);
        return new Change(
                () -> {
                    intents.write(order, step.intent());
                    step.calls().forEach(it -> calls.put(new Call(order, it), new Attempts()));
                    world.trace(() -> "payment of %s is %s after %s"
                            .formatted(order, step.intent().state(), fact));
                },
                step.events().stream()
                        .map(it -> new Outgoing(world.orderModel, it))
                        .toList());
    }

    private Intent intentOf(UUID order, @Nullable Charge charge) {
        var intent = intents.read(order).orElseGet(() -> Intent.of(order, order, charge));
        return intent.charge() == null && charge != null
                ? new Intent(
                        intent.id(),
                        order,
                        charge,
                        intent.reference(),
                        intent.state(),
                        intent.refunds(),
                        intent.version(),
                        intent.trace())
                : intent;
    }

    record Call(UUID order, Operation operation) {}

    record Answer(Call call, IntentFact fact) {}

    private static final class Attempts {
        private boolean done;
    }
}
