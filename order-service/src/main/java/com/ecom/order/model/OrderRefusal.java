package com.ecom.order.model;

import com.ecom.core.money.Money;
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
    }

    public static final class NotPossibleNow extends OrderRefusal {
        public NotPossibleNow(OrderState state) {
            super("That is not possible: the order is " + state.getClass().getSimpleName());
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
}
