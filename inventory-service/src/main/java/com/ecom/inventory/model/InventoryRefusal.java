package com.ecom.inventory.model;

import java.util.Collection;
import java.util.List;

/** Every way this service says no. */
public abstract sealed class InventoryRefusal extends RuntimeException {

    private InventoryRefusal(String message) {
        super(message);
    }

    public static final class NoSuchSku extends InventoryRefusal {
        public NoSuchSku(Collection<String> skus) {
            super("There is no SKU " + String.join(", ", skus));
        }
    }

    public static final class InsufficientStock extends InventoryRefusal {
        public InsufficientStock(List<Shortage> shortages) {
            super("There is not enough of "
                    + String.join(", ", shortages.stream().map(Shortage::sku).toList()));
        }
    }

    public static final class CountedOtherwise extends InventoryRefusal {
        public CountedOtherwise(Collection<String> skus) {
            super("The stock has moved since it was counted: " + String.join(", ", skus));
        }
    }

    public static final class TooMuchStock extends InventoryRefusal {
        public TooMuchStock(String sku, long most) {
            super("There may be up to %d of %s".formatted(most, sku));
        }
    }
}
