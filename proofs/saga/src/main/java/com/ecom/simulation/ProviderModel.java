package com.ecom.simulation;

import static java.util.Objects.requireNonNull;

import com.ecom.core.money.Money;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The payment provider and the truth about the money: each operation once per key, and webhooks that may get lost. */
final class ProviderModel {

    private final World world;
    private final Map<UUID, Account> accounts = new HashMap<>();
    private long webhooks;

    ProviderModel(World world) {
        this.world = world;
    }

    /** How the order's card will behave. */
    void open(UUID order, Card card) {
        accounts.put(order, new Account(card));
    }

    IntentFact authorize(UUID order, Money amount) {
        var account = of(order);
        if (account.standing == Standing.NOTHING || !world.rules.sendsIdempotencyKeys()) {
            account.asked = amount;
            switch (account.card) {
                case GOOD, NEVER_PAYS, TAKES_NOTHING_BACK, SENDS_REFUNDS_BACK -> authorized(order, account);
                case DECLINED -> move(order, account, Standing.DECLINED);
                case ASKS_THE_CUSTOMER -> move(order, account, Standing.ASKING);
            }
        }
        return factOf(account);
    }

    IntentFact capture(UUID order, Money amount) {
        var account = of(order);
        if (account.standing == Standing.AUTHORIZED || !world.rules.sendsIdempotencyKeys()) {
            if (account.card == Card.NEVER_PAYS) {
                return new ProviderRefusedCapture("refused");
            }
            account.captures++;
            account.taken = amount;
            world.witness.seesCapture(order);
            move(order, account, Standing.CAPTURED);
        }
        return switch (account.standing) {
            case CAPTURED -> new ProviderCaptured();
            case RETURNED -> new ProviderVoided();
            case NOTHING, ASKING, DECLINED, AUTHORIZED -> new ProviderRefusedCapture("not_authorized");
        };
    }

    /** Gives some back, once for each refund; knows of no limit but what was taken. */
    IntentFact refund(UUID order, UUID refund, Money amount) {
        var account = of(order);
        if (!account.refunds.containsKey(refund) || !world.rules.sendsIdempotencyKeys()) {
            var possible = account.standing == Standing.CAPTURED && account.card != Card.TAKES_NOTHING_BACK;
            if (possible) {
                account.returned += amount.amount();
                account.given.put(refund, amount.amount());
                world.witness.seesMoneyGoBack(order, account.returned, account.taken.amount());
            }
            account.refunds.put(
                    refund, possible ? new ProviderRefunded(refund) : new ProviderRefusedRefund(refund, "refused"));
            world.trace(() -> "the provider decides on refund %s of %s: %s".formatted(refund, order, possible));
            tellTill(order, requireNonNull(account.refunds.get(refund)));
        }
        return requireNonNull(account.refunds.get(refund));
    }

    /** Some of what was given back turns out not to reach the customer, however long ago that was; once, and for good. */
    void refundComesBack(UUID order) {
        var account = of(order);
        account.refunds.values().stream()
                .filter(ProviderRefunded.class::isInstance)
                .map(it -> ((ProviderRefunded) it).refund())
                .filter(_ -> account.card == Card.SENDS_REFUNDS_BACK)
                .min(Comparator.naturalOrder())
                .ifPresent(refund -> {
                    account.returned -= requireNonNull(account.given.get(refund));
                    account.cameBack.add(refund);
                    account.refunds.put(refund, new ProviderRefusedRefund(refund, "lost"));
                    world.trace(() -> "the provider takes back refund %s of %s".formatted(refund, order));
                    tellTill(order, requireNonNull(account.refunds.get(refund)));
                });
    }

    Optional<IntentFact> find(UUID order, UUID refund) {
        return Optional.ofNullable(of(order).refunds.get(refund));
    }

    IntentFact voidOrRefund(UUID order) {
        var account = of(order);
        if (account.standing != Standing.RETURNED) {
            move(order, account, Standing.RETURNED);
        }
        return new ProviderVoided();
    }

    /** The provider lets go what is put aside, or what the customer is asked about: by time, by a rule, by hand. */
    void letsGo(UUID order) {
        var account = of(order);
        if (account.standing == Standing.AUTHORIZED || account.standing == Standing.ASKING) {
            move(order, account, Standing.RETURNED);
        }
    }

    /** Somebody at the provider gives back all that was taken, past the shop. */
    void givesAllBack(UUID order) {
        var account = of(order);
        if (account.standing == Standing.CAPTURED && account.refunds.isEmpty()) {
            account.givenBackPastTheShop = true;
            move(order, account, Standing.RETURNED);
        }
    }

    Optional<IntentFact> find(UUID order) {
        var account = of(order);
        return account.standing == Standing.NOTHING ? Optional.empty() : Optional.of(factOf(account));
    }

    /** The customer answers the issuer's question, if there is one. */
    void customerAnswers(UUID order, boolean yes) {
        var account = of(order);
        if (account.standing == Standing.ASKING) {
            if (yes) {
                authorized(order, account);
            } else {
                move(order, account, Standing.DECLINED);
            }
        }
    }

    Account of(UUID order) {
        return requireNonNull(accounts.get(order));
    }

    private void authorized(UUID order, Account account) {
        account.authorizations++;
        world.witness.seesAuthorization(order);
        move(order, account, Standing.AUTHORIZED);
    }

    private void move(UUID order, Account account, Standing next) {
        account.standing = next;
        world.trace(() -> "the provider has %s for %s".formatted(next, order));
        tellTill(order, factOf(account));
    }

    private void tellTill(UUID order, IntentFact fact) {
        if (!world.chance.misfortune(0.1)) {
            world.network.send(world.payments, new Webhook(webhooks++, order, fact));
        }
    }

    private static IntentFact factOf(Account account) {
        return switch (account.standing) {
            case NOTHING -> throw new IllegalStateException("There is nothing to say yet");
            case ASKING -> new ProviderNeedsAction("https://bank.example/approve");
            case DECLINED -> new ProviderDeclined("declined");
            case AUTHORIZED -> new ProviderAuthorized();
            case CAPTURED -> new ProviderCaptured();
            case RETURNED -> new ProviderVoided();
        };
    }

    enum Card {
        GOOD,
        DECLINED,
        ASKS_THE_CUSTOMER,
        /** Is authorized, but cannot be captured. */
        NEVER_PAYS,
        /** Is captured, but cannot be paid back to. */
        TAKES_NOTHING_BACK,
        /** Seems to be paid back to, until the money comes back. */
        SENDS_REFUNDS_BACK
    }

    enum Standing {
        NOTHING,
        ASKING,
        DECLINED,
        AUTHORIZED,
        CAPTURED,
        /** Let go or given back. */
        RETURNED
    }

    static final class Account {
        final Card card;
        Standing standing = Standing.NOTHING;
        int authorizations;
        int captures;
        boolean givenBackPastTheShop;
        Money asked = Money.of(0, "USD");
        Money taken = Money.of(0, "USD");
        long returned;
        final Map<UUID, IntentFact> refunds = new HashMap<>();
        final Map<UUID, Long> given = new HashMap<>();
        final Set<UUID> cameBack = new HashSet<>();

        Account(Card card) {
            this.card = card;
        }
    }

    /** A webhook. */
    record Webhook(long id, UUID order, IntentFact fact) {}
}
