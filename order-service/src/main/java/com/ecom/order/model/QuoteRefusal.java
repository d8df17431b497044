package com.ecom.order.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why nothing is sold by a quote, or not without one. The web layer does not compile until it has a status for each. */
public abstract sealed class QuoteRefusal extends RuntimeException {

    private QuoteRefusal(String message) {
        super(message);
    }

    public static final class QuoteRequired extends QuoteRefusal {
        public QuoteRequired() {
            super("What is sold there has promotions, shipping or tax: ask for a quote, and order by it");
        }
    }

    /** Forged, or somebody else's: which one is not said. */
    public static final class QuoteInvalid extends QuoteRefusal {
        public QuoteInvalid() {
            super("This is no quote of ours for you");
        }
    }

    public static final class QuoteExpired extends QuoteRefusal {
        public QuoteExpired() {
            super("The quote is too old; ask for another");
        }
    }

    public static final class QuoteOutdated extends QuoteRefusal {

        private final transient List<Changed> changed;

        public QuoteOutdated(List<Changed> changed) {
            super("Something else was quoted; ask for another quote");
            this.changed = List.copyOf(changed);
        }

        public List<Changed> changed() {
            return changed;
        }
    }

    /** What differs from what was quoted. */
    public enum Changed {
        CART,
        ADDRESS,
        METHOD
    }

    /** So that nobody finds codes by trying. */
    public static final class TooManyCodes extends QuoteRefusal {

        private final long seconds;

        /** @param seconds until another may be tried */
        public TooManyCodes(long seconds) {
            super("Too many codes were not usable; ask without one, or come back later");
            this.seconds = seconds;
        }

        public long seconds() {
            return seconds;
        }
    }

    public static final class PromotionUsedUp extends QuoteRefusal {

        private final transient List<String> promotions;

        public PromotionUsedUp(List<String> promotions) {
            super("It was used as often as it may be; ask for another quote");
            this.promotions = List.copyOf(promotions);
        }

        public List<String> promotions() {
            return promotions;
        }
    }

    public static final class QuoteUsed extends QuoteRefusal {

        private final @Nullable UUID order;

        /** @param order that was placed by it; absent while that is under way */
        public QuoteUsed(@Nullable UUID order) {
            super("An order was placed by this quote already");
            this.order = order;
        }

        public @Nullable UUID order() {
            return order;
        }
    }
}
