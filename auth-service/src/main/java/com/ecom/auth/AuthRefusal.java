package com.ecom.auth;

/** Every way this service says no. */
abstract sealed class AuthRefusal extends RuntimeException {

    private AuthRefusal(String message) {
        super(message, null, false, false);
    }

    static final class EmailTaken extends AuthRefusal {
        EmailTaken() {
            super("There is already an account with this e-mail address");
        }
    }

    /** The same for a wrong password and for an address that nobody has. */
    static final class WrongCredentials extends AuthRefusal {
        WrongCredentials() {
            super("E-mail address or password is wrong");
        }
    }

    static final class PasswordTooCommon extends AuthRefusal {
        PasswordTooCommon() {
            super("This password is among those that everybody tries first; choose another one");
        }
    }

    static final class RefreshTokenNotValid extends AuthRefusal {
        RefreshTokenNotValid() {
            super("The refresh token is not valid; log in again");
        }
    }

    /** A refresh token came a second time: one of the two who have it stole it, so both lose the session. */
    static final class RefreshTokenReused extends AuthRefusal {
        RefreshTokenReused() {
            super("The refresh token is not valid; log in again");
        }
    }

    /** Somebody guesses, or it looks like it. */
    static final class TooManyAttempts extends AuthRefusal {

        private final long seconds;

        TooManyAttempts(long seconds) {
            super("There were too many attempts; try again in %d seconds".formatted(seconds));
            this.seconds = seconds;
        }

        long seconds() {
            return seconds;
        }
    }

    /** The same for one that is used up, too old, or invented. */
    static final class MailTokenNotValid extends AuthRefusal {
        MailTokenNotValid() {
            super("This link is not valid any more; ask for a new one");
        }
    }

    static final class NoSuchSession extends AuthRefusal {
        NoSuchSession() {
            super("There is no such session");
        }
    }

    /** The password was right. */
    static final class SecondFactorNeeded extends AuthRefusal {
        SecondFactorNeeded() {
            super("This account has a second factor: send its code as well");
        }
    }

    static final class SecondFactorWrong extends AuthRefusal {
        SecondFactorWrong() {
            super("The code is wrong, or was used already");
        }
    }

    static final class SecondFactorIsOn extends AuthRefusal {
        SecondFactorIsOn() {
            super("This account has a second factor already; remove it first");
        }
    }

    static final class SecondFactorIsOff extends AuthRefusal {
        SecondFactorIsOff() {
            super("This account has no second factor");
        }
    }

    static final class SecondFactorRequired extends AuthRefusal {
        SecondFactorRequired() {
            super("Whoever works for the shop needs a second factor");
        }
    }

    static final class AccountSuspended extends AuthRefusal {
        AccountSuspended() {
            super("This account is suspended");
        }
    }

    static final class NoSuchAccount extends AuthRefusal {
        NoSuchAccount() {
            super("There is no such account");
        }
    }

    /** Nobody grants, takes or unlocks anything of their own. */
    static final class OwnAccount extends AuthRefusal {
        OwnAccount() {
            super("Nobody administers their own account; ask another administrator");
        }
    }

    static final class LastAdmin extends AuthRefusal {
        LastAdmin() {
            super("This is the last administrator");
        }
    }

    static final class EmailNotVerified extends AuthRefusal {
        EmailNotVerified() {
            super("Whoever works for the shop verifies their e-mail address first");
        }
    }

    static final class ClientExists extends AuthRefusal {
        ClientExists() {
            super("There is already a client of this name");
        }
    }

    static final class NoSuchClient extends AuthRefusal {
        NoSuchClient() {
            super("There is no such client");
        }
    }

    static final class NoSuchService extends AuthRefusal {
        NoSuchService() {
            super("There is no such service to call");
        }
    }

    static final class TooManyKeys extends AuthRefusal {
        TooManyKeys(int most) {
            super("%d keys are published already; remove what nobody needs, or wait until some have expired"
                    .formatted(most));
        }
    }

    static final class NoSuchKey extends AuthRefusal {
        NoSuchKey() {
            super("There is no such key, or it was removed already");
        }
    }

    /** With the word that OAuth clients expect (RFC 6749, section 5.2; RFC 8707). */
    static final class OAuth extends AuthRefusal {

        private final String error;

        OAuth(String error, String message) {
            super(message);
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    static final class GoogleIsOff extends AuthRefusal {
        GoogleIsOff() {
            super("This shop does not offer signing in with Google");
        }
    }

    /** The same for whatever does not fit together. */
    static final class SignInFailed extends AuthRefusal {
        SignInFailed() {
            super("Signing in with Google did not work; begin again");
        }
    }

    static final class EmailNotVerifiedThere extends AuthRefusal {
        EmailNotVerifiedThere() {
            super("Google has not verified your e-mail address");
        }
    }

    /** Somebody opened an account with this address and never proved that it is theirs. */
    static final class EmailNotVerifiedHere extends AuthRefusal {
        EmailNotVerifiedHere() {
            super("There is an account with this e-mail address, which was never verified; reset its password first");
        }
    }

    /** What was proved a moment ago was proved of an account as it is no longer. */
    static final class AccountChanged extends AuthRefusal {
        AccountChanged() {
            super("All sessions of this account ended just now; begin again");
        }
    }

    static final class SessionEnded extends AuthRefusal {
        SessionEnded() {
            super("The access token is not valid");
        }
    }

    static final class TooBusy extends AuthRefusal {
        TooBusy() {
            super("Too many people are logging in right now; try again in a moment");
        }
    }
}
