package com.ecom.cart.model;

/** Every way this service says no. The web layer does not compile until it has a status for each. */
public abstract sealed class CartRefusal extends RuntimeException {

    private CartRefusal(String message) {
        super(message);
    }

    public static final class NoSuchItem extends CartRefusal {
        public NoSuchItem(String sku) {
            super("There is no %s in the cart".formatted(sku));
        }
    }

    public static final class NotForSale extends CartRefusal {
        public NotForSale(String sku) {
            super("%s is not for sale".formatted(sku));
        }
    }

    public static final class MixedCurrencies extends CartRefusal {
        public MixedCurrencies(String sku) {
            super("%s is sold in another currency than what is in the cart".formatted(sku));
        }
    }

    public static final class QuantityOutOfRange extends CartRefusal {
        public QuantityOutOfRange(String sku) {
            super("Of %s a cart may hold 1 to %d".formatted(sku, Cart.MAX_QUANTITY));
        }
    }

    public static final class TooManyOfOne extends CartRefusal {

        private final int most;

        public TooManyOfOne(String sku, int most) {
            super("Of %s nobody can order more than %d at once".formatted(sku, most));
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    public static final class TooManyItems extends CartRefusal {
        public TooManyItems() {
            super("A cart may hold %d different things".formatted(Cart.MAX_ITEMS));
        }
    }

    public static final class ChangedMeanwhile extends CartRefusal {
        public ChangedMeanwhile() {
            super("The cart changed since you looked at it");
        }
    }

    public static final class AccountErased extends CartRefusal {
        public AccountErased() {
            super("Everything about this account was erased; its token will soon end");
        }
    }

    public static final class NotAGuestToken extends CartRefusal {
        public NotAGuestToken() {
            super("This is not the valid token of a guest");
        }
    }
}
