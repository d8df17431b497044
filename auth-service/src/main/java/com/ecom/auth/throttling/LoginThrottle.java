package com.ecom.auth.throttling;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.throttling.LoginAttempts.Scope;
import com.ecom.auth.web.RequestOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow without locking anybody out (OWASP ASVS 5.0, 6.1.1 and 6.3.1). What counts is an account seen
 * from one network, so that a stranger's guesses make only the stranger wait. A network that tries many accounts
 * waits, too. An account that many networks try is slow for networks where its owner never was; its owner can make a
 * new network known by resetting the password by mail. It is all the same whether there is such an account.
 */
@Component
@RequiredArgsConstructor
public class LoginThrottle {

    private static final int GUESSES_FROM_ONE_NETWORK = 5;
    private static final int GUESSES_OF_ONE_NETWORK = 50;
    private static final int GUESSES_FROM_EVERYWHERE = 100;
    private static final int MAILS = 3;
    private static final int MAILS_FOR_ONE_NETWORK = 20;
    private static final int ACCOUNTS_OF_ONE_NETWORK = 20;

    /** Without a forwarded client address, owner and attacker share one scope: so the wait stays short. */
    private static final Duration WHERE_ALL_LOOK_ALIKE = Duration.ofSeconds(10);

    private final LoginAttempts attempts;
    private final KnownNetworks networks;

    /**
     * Counts an attempt to show a password.
     *
     * @throws AuthRefusal.TooManyAttempts if it has to wait
     */
    public Attempt admit(Email email, RequestOrigin origin) {
        return guess("password", email, origin);
    }

    /** The same for codes of the second factor, which are checked only after the password. */
    public Attempt admitCode(Email email, RequestOrigin origin) {
        return guess("code", email, origin);
    }

    public void admitMail(Email email, RequestOrigin origin) {
        var scopes = new ArrayList<Scope>();
        scopes.add(new Scope("mail|%s|%s".formatted(email, origin.network()), MAILS));
        if (origin.network() != null) {
            scopes.add(new Scope("mails|" + origin.network(), MAILS_FOR_ONE_NETWORK));
        }
        begin(scopes);
    }

    public void admitSignUp(RequestOrigin origin) {
        if (origin.network() != null) {
            begin(List.of(new Scope("accounts|" + origin.network(), ACCOUNTS_OF_ONE_NETWORK)));
        }
    }

    /** The owner of this account was here. */
    public void remember(UUID account, RequestOrigin origin) {
        if (origin.network() != null) {
            networks.remember(account, origin.network());
        }
    }

    private Attempt guess(String what, Email email, RequestOrigin origin) {
        var scopes = new ArrayList<Scope>();
        if (origin.network() == null) {
            scopes.add(new Scope("%s|%s".formatted(what, email), GUESSES_FROM_ONE_NETWORK, WHERE_ALL_LOOK_ALIKE));
        } else {
            scopes.add(new Scope("%s|%s|%s".formatted(what, email, origin.network()), GUESSES_FROM_ONE_NETWORK));
            scopes.add(new Scope("%s|network|%s".formatted(what, origin.network()), GUESSES_OF_ONE_NETWORK));
            if (!networks.has(email, origin.network())) {
                scopes.add(new Scope("%s|everywhere|%s".formatted(what, email), GUESSES_FROM_EVERYWHERE));
            }
        }
        return begin(scopes);
    }

    private Attempt begin(List<Scope> scopes) {
        var started = new ArrayList<Scope>();
        for (var scope : scopes) {
            var wait = attempts.begin(scope);
            if (wait > 0) {
                started.forEach(attempts::undo);
                throw new AuthRefusal.TooManyAttempts(wait);
            }
            started.add(scope);
        }
        return new Attempt(started);
    }

    /** One attempt, failed until it has succeeded. */
    public final class Attempt {

        private final List<Scope> scopes;

        private Attempt(List<Scope> scopes) {
            this.scopes = List.copyOf(scopes);
        }

        /** Forgives earlier guesses from here; those of the network and of other accounts remain. */
        public void succeeded() {
            attempts.reset(scopes.getFirst());
            scopes.stream().skip(1).forEach(attempts::undo);
        }
    }
}
