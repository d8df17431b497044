package com.ecom.product.model;

import com.ecom.product.model.types.ProductType.Flaw;
import java.util.List;
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
            super("If-Match must carry the ETag of what was read");
        }
    }

    public static final class OutOfDate extends ProductRefusal {
        public OutOfDate() {
            super("It has changed since it was read");
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

    public static final class NoSuchProductType extends ProductRefusal {
        public NoSuchProductType(String code) {
            super("There is no product type " + code);
        }
    }

    public static final class ProductTypeExists extends ProductRefusal {
        public ProductTypeExists(String code) {
            super("There is a product type %s already".formatted(code));
        }
    }

    public static final class TooManyProductTypes extends ProductRefusal {
        public TooManyProductTypes(int most) {
            super("There are up to %d product types".formatted(most));
        }
    }

    /** It is described otherwise than its type demands. */
    public static final class AttributesRefused extends ProductRefusal {

        private final List<Flaw> flaws;

        public AttributesRefused(List<Flaw> flaws) {
            super("The product is not as its type demands");
            this.flaws = List.copyOf(flaws);
        }

        public List<Flaw> flaws() {
            return flaws;
        }
    }

    /** Products of the type would be none of it any more. */
    public static final class ProductTypeNarrowed extends ProductRefusal {

        private final List<Flaw> flaws;

        public ProductTypeNarrowed(List<Flaw> flaws) {
            super("Products of the type may have what it would have no more");
            this.flaws = List.copyOf(flaws);
        }

        public List<Flaw> flaws() {
            return flaws;
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
