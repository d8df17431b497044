package com.ecom.product.model;

import java.util.Collection;

/** Every way this service says no to a picture. */
public abstract sealed class ImageRefusal extends RuntimeException {

    private ImageRefusal(String message) {
        super(message);
    }

    private ImageRefusal(String message, Throwable cause) {
        super(message, cause);
    }

    public static final class NoSuchImage extends ImageRefusal {
        public NoSuchImage() {
            super("There is no such picture");
        }
    }

    public static final class UnknownImages extends ImageRefusal {
        public UnknownImages(Collection<String> ids) {
            super("There is no picture " + String.join(", ", ids));
        }
    }

    public static final class NoImage extends ImageRefusal {
        public NoImage() {
            super("This is no JPEG, PNG, WebP or GIF");
        }
    }

    public static final class Contradicted extends ImageRefusal {
        public Contradicted(String declared, String found) {
            super("This is %s and not %s".formatted(found, declared));
        }
    }

    public static final class Unreadable extends ImageRefusal {
        public Unreadable() {
            super("The picture is damaged or incomplete");
        }

        public Unreadable(Throwable cause) {
            super("The picture is damaged or incomplete", cause);
        }
    }

    public static final class TooManyPixels extends ImageRefusal {
        public TooManyPixels(int longest, int most) {
            super("A picture of this kind has up to %,d pixels a side and %,d million in all".formatted(longest, most));
        }
    }

    public static final class Busy extends ImageRefusal {
        public Busy() {
            super("Too many pictures are being read; try again soon");
        }
    }

    public static final class StoreAway extends ImageRefusal {
        public StoreAway(Throwable cause) {
            super("Pictures cannot be stored or read now; try again soon", cause);
        }
    }
}
