package com.ecom.cart.shopping;

import com.ecom.cart.model.CartRefusal;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** A guest's cart opens only with the guest's own token, verified like any other. */
@Component
@RequiredArgsConstructor
class GuestTokens {

    private final JwtDecoder tokens;

    /** @throws CartRefusal.NotAGuestToken if it is anything else */
    UUID ownerOf(String token) {
        try {
            var verified = tokens.decode(token);
            if (List.of("GUEST").equals(verified.getClaimAsStringList("roles"))) {
                return UUID.fromString(verified.getSubject());
            }
        } catch (JwtException e) {
            throw new CartRefusal.NotAGuestToken();
        }
        throw new CartRefusal.NotAGuestToken();
    }
}
