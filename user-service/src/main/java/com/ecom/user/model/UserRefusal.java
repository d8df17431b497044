package com.ecom.user.model;

/** Every way this service says no. */
public abstract sealed class UserRefusal extends RuntimeException {

    private UserRefusal(String message) {
        super(message, null, false, false);
    }

    public static final class AccountErased extends UserRefusal {
        public AccountErased() {
            super("Everything about this account was erased; its token will soon end");
        }
    }

    public static final class NoSuchAddress extends UserRefusal {
        public NoSuchAddress() {
            super("There is no such address");
        }
    }

    public static final class TooManyAddresses extends UserRefusal {
        public TooManyAddresses(int most) {
            super("There may be %d addresses at most".formatted(most));
        }
    }

    public static final class TooManyWishlistItems extends UserRefusal {
        public TooManyWishlistItems(int most) {
            super("There may be %d wishes at most".formatted(most));
        }
    }

    public static final class NoSuchRequest extends UserRefusal {
        public NoSuchRequest() {
            super("There is no such request");
        }
    }

    public static final class StaffCannotBeErased extends UserRefusal {
        public StaffCannotBeErased() {
            super("This account works for the shop: once an administrator has taken its roles, it can be forgotten");
        }
    }

    public static final class RequestAlreadyOpen extends UserRefusal {
        public RequestAlreadyOpen() {
            super("You asked for that already; it is not done yet");
        }
    }

    public static final class RequestAlreadyStarted extends UserRefusal {
        public RequestAlreadyStarted() {
            super("It is too late to cancel this");
        }
    }

    public static final class CopyNotReady extends UserRefusal {
        public CopyNotReady() {
            super("There is no copy, or not yet");
        }
    }

    public static final class CopyExpired extends UserRefusal {
        public CopyExpired() {
            super("The copy was kept for a week and is forgotten; ask for another one");
        }
    }

    public static final class VersionMissing extends UserRefusal {
        public VersionMissing() {
            super("Say with If-Match which version is to be changed");
        }
    }

    public static final class VersionStale extends UserRefusal {
        public VersionStale() {
            super("Somebody changed this in the meantime; read it again");
        }
    }
}
