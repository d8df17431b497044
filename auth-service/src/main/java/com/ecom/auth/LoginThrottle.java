package com.ecom.auth;

import com.ecom.auth.Attempts.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow without locking anybody out (OWASP ASVS 5.0, 6.1.1 and 6.3.1). What counts is an account seen from
 * one network, so that a stranger's guesses make only the stranger wait. A network that tries many accounts waits, too.
 * An account that many networks try is slow for places where its owner never was; whoever reads its mail can make a new
 * place known by resetting the password. It is all the same whether there is such an account.
 */
@Component
class LoginThrottle {

    private static final int GUESSES_FROM_ONE_NETWORK = 5;
    private static final int GUESSES_OF_ONE_NETWORK = 50;
    private static final int GUESSES_FROM_EVERYWHERE = 100;
    private static final int MAILS = 3;
    private static final int MAILS_FOR_ONE_NETWORK = 20;
    private static final int ACCOUNTS_OF_ONE_NETWORK = 20;

    private final Attempts attempts;
    private final KnownPlaces places;

    LoginThrottle(Attempts attempts, KnownPlaces places) {
        this.attempts = attempts;
        this.places = places;
    }

    /**
     * Counts an attempt to show a password.
     *
     * @throws AuthRefusal.TooManyAttempts if it has to wait
     */
    Attempt admit(Email email, Visitor visitor) {
        return guess("password", email, visitor);
    }

    /** The same for the second factor, which whoever guesses it has to have a password for. */
    Attempt admitCode(Email email, Visitor visitor) {
        return guess("code", email, visitor);
    }

    void admitMail(Email email, Visitor visitor) {
        var scopes = new ArrayList<Scope>();
        scopes.add(new Scope("mail|%s|%s".formatted(email, visitor.network()), MAILS));
        if (visitor.network() != null) {
            scopes.add(new Scope("mails|" + visitor.network(), MAILS_FOR_ONE_NETWORK));
        }
        begin(scopes);
    }

    void admitSignUp(Visitor visitor) {
        if (visitor.network() != null) {
            begin(List.of(new Scope("accounts|" + visitor.network(), ACCOUNTS_OF_ONE_NETWORK)));
        }
    }

    /** The owner of this account was here. */
    void remember(UUID account, Visitor visitor) {
        if (visitor.network() != null) {
            places.remember(account, visitor.network());
        }
    }

    private Attempt guess(String what, Email email, Visitor visitor) {
        var scopes = new ArrayList<Scope>();
        scopes.add(new Scope("%s|%s|%s".formatted(what, email, visitor.network()), GUESSES_FROM_ONE_NETWORK));
        if (visitor.network() != null) {
            scopes.add(new Scope("%s|network|%s".formatted(what, visitor.network()), GUESSES_OF_ONE_NETWORK));
            if (!places.has(email, visitor.network())) {
                scopes.add(new Scope("%s|everywhere|%s".formatted(what, email), GUESSES_FROM_EVERYWHERE));
            }
        }
        return begin(scopes);
    }

    private Attempt begin(List<Scope> scopes) {
        var begun = new ArrayList<Scope>();
        for (var scope : scopes) {
            var wait = attempts.begin(scope);
            if (wait > 0) {
                begun.forEach(attempts::takeBack);
                throw new AuthRefusal.TooManyAttempts(wait);
            }
            begun.add(scope);
        }
        return new Attempt(begun);
    }

    /** One attempt, failed until it has succeeded. */
    final class Attempt {

        private final List<Scope> scopes;

        private Attempt(List<Scope> scopes) {
            this.scopes = List.copyOf(scopes);
        }

        /** Forgives earlier guesses from here; those of the network and of everybody else remain. */
        void succeeded() {
            attempts.forgive(scopes.getFirst());
            scopes.stream().skip(1).forEach(attempts::takeBack);
        }
    }
}
