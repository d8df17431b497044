package com.ecom.order.model;

import com.ecom.core.money.Money;
import java.time.Duration;
import java.util.List;

/** Every way this service says no. The web layer does not compile until it has a status for each. */
public abstract sealed class OrderRefusal extends RuntimeException {

    private OrderRefusal(String message) {
        super(message);
    }

    public static final class NoSuchOrder extends OrderRefusal {
        public NoSuchOrder(OrderId id) {
            super("There is no order " + id);
        }

        /** Whether there is one with that number and another address is not said. */
        public NoSuchOrder() {
            super("There is no order with that number and address");
        }
    }

    public static final class NumberMistyped extends OrderRefusal {
        public NumberMistyped() {
            super("No order has such a number; a character of it is wrong");
        }
    }

    public static final class NotPossibleNow extends OrderRefusal {
        public NotPossibleNow(OrderState state) {
            super("That is not possible: the order is " + state.published());
        }
    }

    public static final class NothingToOrder extends OrderRefusal {
        public NothingToOrder() {
            super("The cart is empty");
        }
    }

    public static final class NotForSale extends OrderRefusal {
        public NotForSale(List<String> skus) {
            super("Not for sale: " + String.join(", ", skus));
        }
    }

    public static final class MixedCurrencies extends OrderRefusal {
        public MixedCurrencies() {
            super("One order has one currency");
        }
    }

    public static final class TotalChanged extends OrderRefusal {

        private final transient Money total;

        public TotalChanged(Money total) {
            super("The total is not what you expected; look at it again before you order");
            this.total = total;
        }

        public Money total() {
            return total;
        }
    }

    public static final class TotalTooSmall extends OrderRefusal {

        private final transient Money minimum;

        public TotalTooSmall(Money minimum) {
            super("So little cannot be paid by itself; put something more in");
            this.minimum = minimum;
        }

        public Money minimum() {
            return minimum;
        }
    }

    public static final class TotalTooLarge extends OrderRefusal {
        public TotalTooLarge() {
            super("Nobody can pay that much at once");
        }
    }

    public static final class CurrencyNotAccepted extends OrderRefusal {
        public CurrencyNotAccepted(String currency) {
            super("Nobody can pay in " + currency);
        }
    }

    public static final class PaymentMethodMissing extends OrderRefusal {
        public PaymentMethodMissing() {
            super("Say how this is to be paid");
        }
    }

    public static final class TooManyOfOne extends OrderRefusal {

        private final int most;

        public TooManyOfOne(List<String> skus, int most) {
            super("One order may have at most %d each of: %s".formatted(most, String.join(", ", skus)));
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    public static final class TooMuchUnpaid extends OrderRefusal {
        public TooMuchUnpaid() {
            super("Too much is held for you, or for others near you, that is not paid for yet; pay for it, or wait");
        }
    }

    /** Nothing is wrong with the order; others come first. */
    public static final class Busy extends OrderRefusal {

        private final Duration comeBackIn;

        public Busy(Duration comeBackIn) {
            super("More is ordered than we can answer in time; order again in a moment");
            this.comeBackIn = comeBackIn;
        }

        public Duration comeBackIn() {
            return comeBackIn;
        }
    }

    /** The cart is as it is, but not for this request: why is for whoever sent it. */
    public static final class CartRefused extends OrderRefusal {

        private final Why why;

        public CartRefused(Why why) {
            super(why.sentence);
            this.why = why;
        }

        public Why why() {
            return why;
        }

        public enum Why {
            NOT_LOGGED_IN("The cart does not believe this token"),
            NOT_ALLOWED("This token does not open a cart"),
            TOO_OFTEN("The cart was asked too often; wait a moment");

            private final String sentence;

            Why(String sentence) {
                this.sentence = sentence;
            }
        }
    }

    public static final class AllGivenBack extends OrderRefusal {
        public AllGivenBack() {
            super("All the money was given back, or is on its way: there is nothing to send");
        }
    }

    public static final class AccountErased extends OrderRefusal {
        public AccountErased() {
            super("All about this account was erased, as its owner wished");
        }
    }

    public static final class EmailMissing extends OrderRefusal {
        public EmailMissing() {
            super("Without an account an order needs an e-mail address");
        }
    }

    public static final class CartUnavailable extends OrderRefusal {
        public CartUnavailable() {
            super("Your cart cannot be read now; try again soon");
        }
    }

    public static final class NothingToRefund extends OrderRefusal {
        public NothingToRefund() {
            super("A refund gives something back");
        }
    }

    public static final class NotThatManySold extends OrderRefusal {
        public NotThatManySold(List<String> skus) {
            super("Not sold with this order, or not that many that money was not given back for: "
                    + String.join(", ", skus));
        }
    }

    public static final class MoreThanIsLeft extends OrderRefusal {

        private final transient Money left;

        public MoreThanIsLeft(Money left) {
            super("That is more than can still be given back");
            this.left = left;
        }

        public Money left() {
            return left;
        }
    }

    public static final class AmountNotChargeable extends OrderRefusal {

        private final transient Money step;

        public AmountNotChargeable(Money step) {
            super("Only whole steps of this currency can be charged and given back");
            this.step = step;
        }

        public Money step() {
            return step;
        }
    }
}
