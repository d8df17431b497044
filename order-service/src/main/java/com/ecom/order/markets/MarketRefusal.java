package com.ecom.order.markets;

import java.util.Collection;
import java.util.List;

/** Why rules are not as somebody wants them, or why nothing can be said about a basket. */
public abstract sealed class MarketRefusal extends RuntimeException {

    private MarketRefusal(String message) {
        super(message);
    }

    static final class NoSuchMarket extends MarketRefusal {
        NoSuchMarket(String market) {
            super("There is no market " + market + ", or no such version of it");
        }
    }

    static final class VersionMissing extends MarketRefusal {
        VersionMissing() {
            super("Say with If-Match which version you have seen; \"0\" for a new market");
        }
    }

    static final class OutOfDate extends MarketRefusal {
        OutOfDate() {
            super("Somebody else has changed these rules; look at them again");
        }
    }

    static final class RulesContradict extends MarketRefusal {
        RulesContradict(String why) {
            super("These rules cannot be applied: " + why);
        }
    }

    public static final class CodeNotUsable extends MarketRefusal {

        private final transient List<String> codes;

        CodeNotUsable(Collection<String> codes) {
            super("Not usable: " + String.join(", ", codes));
            this.codes = List.copyOf(codes);
        }

        public List<String> codes() {
            return codes;
        }
    }

    static final class NotShippedThere extends MarketRefusal {
        NotShippedThere() {
            super("Nothing is shipped there");
        }
    }

    static final class ShippingNotPossible extends MarketRefusal {
        ShippingNotPossible() {
            super("These things cannot be shipped there, or not in that way");
        }
    }

    static final class TaxUnknown extends MarketRefusal {
        TaxUnknown(Collection<String> categories) {
            super("Nobody has said what is taxed there: " + String.join(", ", categories));
        }
    }
}
