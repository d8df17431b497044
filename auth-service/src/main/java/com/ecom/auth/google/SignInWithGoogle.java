package com.ecom.auth.google;

import com.ecom.auth.google.AuthorizationRequests.AuthorizationRequest;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.RequestOrigin;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a session for a Google identity; never calls Google within a transaction. */
@Component
@RequiredArgsConstructor
class SignInWithGoogle {

    private final GoogleClient google;
    private final AuthorizationRequests requests;
    private final LinkIdentity linkIdentity;
    private final LogInWithIdentity logInWithIdentity;

    AuthorizationRequest begin() {
        google.requireConfigured();
        return requests.begin();
    }

    String authorizationUrl(AuthorizationRequest started) {
        return google.authorizationUrl(started.state(), started.nonce(), started.verifier());
    }

    /** @param code what came back; not looked at when only the second factor was missing before */
    TokenResponse finish(
            String state, String holder, String code, @Nullable String secondFactor, RequestOrigin origin) {
        var account = requests.identifiedBefore(state, holder).orElseGet(() -> prove(state, holder, code));
        return logInWithIdentity.handle(state, account, secondFactor, origin);
    }

    private UUID prove(String state, String holder, String code) {
        var started = requests.claim(state, holder).orElseThrow(AuthRefusal.SignInFailed::new);
        var who = google.identityFor(code, started.nonce(), started.verifier());
        var account = linkIdentity.handle(who);
        requests.proved(state, account.id());
        return account.id();
    }
}
