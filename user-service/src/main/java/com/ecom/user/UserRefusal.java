package com.ecom.user;

/** Every way this service says no. */
abstract sealed class UserRefusal extends RuntimeException {

    private UserRefusal(String message) {
        super(message, null, false, false);
    }

    static final class Forgotten extends UserRefusal {
        Forgotten() {
            super("Everything about this account was erased; its token will soon end");
        }
    }

    static final class NoSuchAddress extends UserRefusal {
        NoSuchAddress() {
            super("There is no such address");
        }
    }

    static final class TooManyAddresses extends UserRefusal {
        TooManyAddresses(int most) {
            super("There may be %d addresses at most".formatted(most));
        }
    }

    static final class TooManyWishes extends UserRefusal {
        TooManyWishes(int most) {
            super("There may be %d wishes at most".formatted(most));
        }
    }

    static final class NoSuchRequest extends UserRefusal {
        NoSuchRequest() {
            super("There is no such request");
        }
    }

    static final class StaffStay extends UserRefusal {
        StaffStay() {
            super("This account works for the shop: once an administrator has taken its roles, it can be forgotten");
        }
    }

    static final class RequestIsOpen extends UserRefusal {
        RequestIsOpen() {
            super("You asked for that already; it is not done yet");
        }
    }

    static final class RequestHasBegun extends UserRefusal {
        RequestHasBegun() {
            super("It is too late to cancel this");
        }
    }

    static final class CopyNotReady extends UserRefusal {
        CopyNotReady() {
            super("There is no copy, or not yet");
        }
    }

    static final class CopyExpired extends UserRefusal {
        CopyExpired() {
            super("The copy was kept for a week and is forgotten; ask for another one");
        }
    }

    static final class VersionMissing extends UserRefusal {
        VersionMissing() {
            super("Say with If-Match which version is to be changed");
        }
    }

    static final class VersionStale extends UserRefusal {
        VersionStale() {
            super("Somebody changed this in the meantime; read it again");
        }
    }
}
