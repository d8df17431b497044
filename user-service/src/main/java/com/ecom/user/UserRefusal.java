package com.ecom.user;

/** Every way this service says no. */
abstract sealed class UserRefusal extends RuntimeException {

    private UserRefusal(String message) {
        super(message, null, false, false);
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
