package com.ecom.auth;

import com.ecom.auth.SignInAttempts.Begun;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a session for whoever Google knows; asks nobody over there within a transaction. */
@Component
class SignInWithGoogle {

    private final Google google;
    private final SignInAttempts attempts;
    private final LinkIdentity linkIdentity;
    private final AdmitIdentity admitIdentity;

    SignInWithGoogle(Google google, SignInAttempts attempts, LinkIdentity linkIdentity, AdmitIdentity admitIdentity) {
        this.google = google;
        this.attempts = attempts;
        this.linkIdentity = linkIdentity;
        this.admitIdentity = admitIdentity;
    }

    Begun begin() {
        google.mustBeOn();
        return attempts.begin();
    }

    String authorizationUrl(Begun begun) {
        return google.authorizationUrl(begun.state(), begun.nonce(), begun.verifier());
    }

    /** @param code what came back; not looked at when only the second factor was missing before */
    Grant finish(String state, String holder, String code, @Nullable String secondFactor, Visitor visitor) {
        var account = attempts.provedBefore(state, holder).orElseGet(() -> prove(state, holder, code));
        return admitIdentity.handle(state, account, secondFactor, visitor);
    }

    private UUID prove(String state, String holder, String code) {
        var begun = attempts.claim(state, holder).orElseThrow(AuthRefusal.SignInFailed::new);
        var who = google.identityFor(code, begun.nonce(), begun.verifier());
        var account = linkIdentity.handle(who);
        attempts.proved(state, account.id());
        return account.id();
    }
}
