package com.ecom.payment.model;

/** Why there is no answer from the provider. */
public abstract sealed class ProviderFailure extends RuntimeException {

    private ProviderFailure(String what, Throwable cause) {
        super(what, cause);
    }

    /** Nobody knows what happened, if anything: a timeout, an outage, too many requests. Asking again is safe. */
    public static final class Unavailable extends ProviderFailure {
        public Unavailable(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /** Nothing happened, because we are not set up right, such as with a wrong key. Asking again helps once we are. */
    public static final class Misconfigured extends ProviderFailure {
        public Misconfigured(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /** Nothing happened, and asking the same again never helps. */
    public static final class Refused extends ProviderFailure {
        public Refused(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
