package com.ecom.product.model;

import org.jspecify.annotations.Nullable;

/** Every way this service says no. */
public abstract sealed class ProductRefusal extends RuntimeException {

    private ProductRefusal(String message) {
        super(message);
    }

    public static final class NoSuchProduct extends ProductRefusal {
        public NoSuchProduct(String id) {
            super("There is no product " + id);
        }
    }

    public static final class VersionMissing extends ProductRefusal {
        public VersionMissing() {
            super("If-Match must carry the ETag of the product that was read");
        }
    }

    public static final class OutOfDate extends ProductRefusal {
        public OutOfDate() {
            super("The product has changed since it was read");
        }
    }

    public static final class Taken extends ProductRefusal {

        private final @Nullable String holder;

        /** @param holder the product that has it, if it can still be found */
        public Taken(@Nullable String holder) {
            super("The slug, or one of the SKUs, belongs to another product");
            this.holder = holder;
        }

        public @Nullable String holder() {
            return holder;
        }
    }

    public static final class EventsBacklogged extends ProductRefusal {
        public EventsBacklogged() {
            super("The product's earlier changes have yet to be published");
        }
    }

    public static final class NoSuchImport extends ProductRefusal {
        public NoSuchImport(String id) {
            super("There is no import " + id);
        }
    }

    public static final class NoSuchEdit extends ProductRefusal {
        public NoSuchEdit(String id) {
            super("There is no edit " + id);
        }
    }

    public static final class ChunkDiffers extends ProductRefusal {
        public ChunkDiffers(int number) {
            super("Chunk %d has been imported with other lines".formatted(number));
        }
    }

    public static final class ChunkTooLong extends ProductRefusal {
        public ChunkTooLong(int most) {
            super("A chunk has up to %d lines".formatted(most));
        }
    }

    public static final class ChunkEmpty extends ProductRefusal {
        public ChunkEmpty() {
            super("A chunk has at least one line");
        }
    }
}
