package com.ecom.auth.sessions;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.core.security.revocation.RevokedTokens;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A session as its owner sees it.
 *
 * @param device what the client calls itself
 * @param current whether it is the one they ask from
 */
record Session(UUID sessionId, String device, Instant openedAt, Instant lastUsedAt, boolean current) {

    /** @throws AuthRefusal.SessionEnded if the token belongs to no session, as those of guests and services do */
    static UUID of(Jwt token) {
        var id = token.getClaimAsString(RevokedTokens.SESSION);
        if (id == null) {
            throw new AuthRefusal.SessionEnded();
        }
        return UUID.fromString(id);
    }
}
