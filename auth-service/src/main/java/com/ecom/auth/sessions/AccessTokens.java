package com.ecom.auth.sessions;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.StaffPolicy;
import com.ecom.auth.keys.KeyRing;
import com.ecom.auth.settings.AuthProperties;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.TokenProperties;
import com.ecom.core.security.revocation.RevokedTokens;
import com.github.f4b6a3.uuid.UuidCreator;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Signs access tokens (RFC 9068) with the current key. */
@Component
@RequiredArgsConstructor
public class AccessTokens {

    private final KeyRing keys;
    private final TokenProperties promises;
    private final AuthProperties properties;
    private final StaffPolicy rule;
    private final Clock clock;

    TokenResponse forSession(Account account, Sessions.Opened session, RefreshToken refreshToken) {
        var ttl = properties.accessTokenTtl();
        var roles = rule.rolesOf(account, session.withSecondFactor()).stream()
                .map(Role::name)
                .sorted()
                .toList();
        var token = token(account.id(), roles, ttl)
                .claim(RevokedTokens.SESSION, session.id().toString())
                .claim(RevokedTokens.ACCOUNT_VERSION, account.version())
                .claim("email", account.email().value())
                .compact();
        return new TokenResponse(token, refreshToken.value(), "Bearer", ttl.toSeconds(), account.id());
    }

    TokenResponse forGuest() {
        var ttl = properties.guestTokenTtl();
        var guest = UuidCreator.getTimeOrderedEpoch();
        var token = token(guest, List.of(Role.GUEST.name()), ttl).compact();
        return new TokenResponse(token, null, "Bearer", ttl.toSeconds(), guest);
    }

    /** For one service, and good nowhere else. */
    public TokenResponse forService(UUID client, String clientId, String audience) {
        var ttl = properties.accessTokenTtl();
        var token = token(client, audience, List.of(Role.SERVICE.name()), ttl)
                .claim("client_id", clientId)
                .compact();
        return new TokenResponse(token, null, "Bearer", ttl.toSeconds(), client);
    }

    private JwtBuilder token(UUID subject, List<String> roles, Duration ttl) {
        return token(subject, promises.audience(), roles, ttl);
    }

    private JwtBuilder token(UUID subject, String audience, List<String> roles, Duration ttl) {
        var key = keys.current();
        var now = clock.instant();
        return Jwts.builder()
                .header()
                .type("at+jwt")
                .keyId(key.id())
                .and()
                .issuer(promises.issuer())
                .audience()
                .add(audience)
                .and()
                .subject(subject.toString())
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(ttl)))
                .claim("roles", roles)
                .signWith(key.privateKey(), Jwts.SIG.RS256);
    }
}
