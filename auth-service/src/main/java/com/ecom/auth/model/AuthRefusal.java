package com.ecom.auth.model;

/** Every way this service says no. */
public abstract sealed class AuthRefusal extends RuntimeException {

    private AuthRefusal(String message) {
        super(message, null, false, false);
    }

    public static final class EmailTaken extends AuthRefusal {
        public EmailTaken() {
            super("There is already an account with this e-mail address");
        }
    }

    /** The same for a wrong password and for an unknown address. */
    public static final class WrongCredentials extends AuthRefusal {
        public WrongCredentials() {
            super("E-mail address or password is wrong");
        }
    }

    public static final class PasswordTooCommon extends AuthRefusal {
        public PasswordTooCommon() {
            super("This password is among those that everybody tries first; choose another one");
        }
    }

    public static final class RefreshTokenNotValid extends AuthRefusal {
        public RefreshTokenNotValid() {
            super("The refresh token is not valid; log in again");
        }
    }

    /** A refresh token came a second time: one of the two who have it stole it, so both lose the session. */
    public static final class RefreshTokenReused extends AuthRefusal {
        public RefreshTokenReused() {
            super("The refresh token is not valid; log in again");
        }
    }

    /** The throttle takes the attempts for guessing. */
    public static final class TooManyAttempts extends AuthRefusal {

        private final long seconds;

        public TooManyAttempts(long seconds) {
            super("There were too many attempts; try again in %d seconds".formatted(seconds));
            this.seconds = seconds;
        }

        public long seconds() {
            return seconds;
        }
    }

    /** The same for one that is used up, too old, or invented. */
    public static final class MailTokenNotValid extends AuthRefusal {
        public MailTokenNotValid() {
            super("This link is not valid any more; ask for a new one");
        }
    }

    public static final class NoSuchSession extends AuthRefusal {
        public NoSuchSession() {
            super("There is no such session");
        }
    }

    /** The password was right. */
    public static final class SecondFactorCodeMissing extends AuthRefusal {
        public SecondFactorCodeMissing() {
            super("This account has a second factor: send its code as well");
        }
    }

    public static final class SecondFactorWrong extends AuthRefusal {
        public SecondFactorWrong() {
            super("The code is wrong, or was used already");
        }
    }

    public static final class SecondFactorAlreadyEnabled extends AuthRefusal {
        public SecondFactorAlreadyEnabled() {
            super("This account has a second factor already; remove it first");
        }
    }

    public static final class SecondFactorNotEnabled extends AuthRefusal {
        public SecondFactorNotEnabled() {
            super("This account has no second factor");
        }
    }

    public static final class SecondFactorRequired extends AuthRefusal {
        public SecondFactorRequired() {
            super("Whoever works for the shop needs a second factor");
        }
    }

    public static final class AccountSuspended extends AuthRefusal {
        public AccountSuspended() {
            super("This account is suspended");
        }
    }

    public static final class NoSuchAccount extends AuthRefusal {
        public NoSuchAccount() {
            super("There is no such account");
        }
    }

    /** Administrators change only the accounts of others. */
    public static final class OwnAccount extends AuthRefusal {
        public OwnAccount() {
            super("Nobody administers their own account; ask another administrator");
        }
    }

    public static final class LastAdmin extends AuthRefusal {
        public LastAdmin() {
            super("This is the last administrator");
        }
    }

    public static final class EmailNotVerified extends AuthRefusal {
        public EmailNotVerified() {
            super("Whoever works for the shop verifies their e-mail address first");
        }
    }

    public static final class ClientExists extends AuthRefusal {
        public ClientExists() {
            super("There is already a client of this name");
        }
    }

    public static final class NoSuchClient extends AuthRefusal {
        public NoSuchClient() {
            super("There is no such client");
        }
    }

    public static final class NoSuchService extends AuthRefusal {
        public NoSuchService() {
            super("There is no such service to call");
        }
    }

    public static final class TooManyKeys extends AuthRefusal {
        public TooManyKeys(int most) {
            super("%d keys are published already; remove what nobody needs, or wait until some have expired"
                    .formatted(most));
        }
    }

    public static final class NoSuchKey extends AuthRefusal {
        public NoSuchKey() {
            super("There is no such key, or it was removed already");
        }
    }

    /** With the word that OAuth clients expect (RFC 6749, section 5.2; RFC 8707). */
    public static final class OAuthError extends AuthRefusal {

        private final String error;

        public OAuthError(String error, String message) {
            super(message);
            this.error = error;
        }

        public String error() {
            return error;
        }
    }

    public static final class GoogleNotConfigured extends AuthRefusal {
        public GoogleNotConfigured() {
            super("This shop does not offer signing in with Google");
        }
    }

    /** The same for whatever does not fit together. */
    public static final class SignInFailed extends AuthRefusal {
        public SignInFailed() {
            super("Signing in with Google did not work; begin again");
        }
    }

    public static final class EmailNotVerifiedByGoogle extends AuthRefusal {
        public EmailNotVerifiedByGoogle() {
            super("Google has not verified your e-mail address");
        }
    }

    /** The account with this address was opened by a person who never verified it. */
    public static final class AccountEmailNotVerified extends AuthRefusal {
        public AccountEmailNotVerified() {
            super("There is an account with this e-mail address, which was never verified; reset its password first");
        }
    }

    /** What was proved a moment ago was proved of an account as it is no longer. */
    public static final class AccountChanged extends AuthRefusal {
        public AccountChanged() {
            super("All sessions of this account ended just now; begin again");
        }
    }

    public static final class SessionEnded extends AuthRefusal {
        public SessionEnded() {
            super("The access token is not valid");
        }
    }

    public static final class TooBusy extends AuthRefusal {
        public TooBusy() {
            super("Too many people are logging in right now; try again in a moment");
        }
    }
}
