package com.ecom.auth.sessions;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.RevocationReason;
import com.ecom.core.security.Caller;
import com.ecom.core.security.revocation.RevokedTokens;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/auth")
@RequiredArgsConstructor
class SessionsController {

    private final RefreshSession refreshSession;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final EndSessions endSessions;

    /** Changes a refresh token for new tokens. One that was used before ends its session (RFC 9700). */
    @PostMapping("/refresh")
    TokenResponse refresh(@RequestBody @Valid Refresh asked) {
        return refreshSession.handle(new RefreshToken(asked.refreshToken));
    }

    /** A token for somebody without an account, who owns a cart. */
    @PostMapping("/guest")
    @ResponseStatus(HttpStatus.CREATED)
    TokenResponse guest(@RequestBody(required = false) @Nullable Nothing asked) {
        return tokens.forGuest();
    }

    /**
     * Ends the session of the access token or, without one, of the refresh token, which proves enough when the other has
     * expired (RFC 7009). A refresh token that is not known ends nothing and is no error.
     */
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Jwt token,
            @RequestBody(required = false) @Valid @Nullable LogOut asked) {
        var refreshToken = asked == null || asked.refreshToken == null ? null : new RefreshToken(asked.refreshToken);
        if (token != null) {
            endSessions.loggedOut(Caller.of(token).id(), token.getClaimAsString(RevokedTokens.SESSION), refreshToken);
        } else if (refreshToken != null) {
            endSessions.loggedOut(refreshToken);
        } else {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A token is needed to say which session ends");
        }
    }

    /** The caller's open sessions, this one marked. */
    @GetMapping("/sessions")
    SessionList sessions(Caller caller, @Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return new SessionList(sessions.openSessionsOf(caller.id(), Session.of(token)));
    }

    /** Ends one of the caller's sessions. */
    @DeleteMapping("/sessions/{sessionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(Caller caller, @PathVariable UUID sessionId) {
        if (!endSessions.one(caller.id(), sessionId, RevocationReason.REVOKED_BY_OWNER)) {
            throw new AuthRefusal.NoSuchSession();
        }
    }

    /** Logs out everywhere, here too. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAllSessions(Caller caller) {
        endSessions.all(caller.id(), RevocationReason.LOGGED_OUT_EVERYWHERE);
    }

    /** For the gateway, before operations of high risk, and for outsiders who cannot wait until a token has ended. */
    @GetMapping("/validate")
    Validity validate(@Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return sessions.isActive(token)
                ? new Validity(
                        true,
                        UUID.fromString(token.getSubject()),
                        token.getClaimAsStringList("roles"),
                        token.getExpiresAt())
                : new Validity(false, null, null, null);
    }

    /** A guest has nothing to choose. */
    record Nothing() {}

    record SessionList(List<Session> items) {}

    record Refresh(
            @NotNull @Pattern(regexp = RefreshToken.FORM) String refreshToken) {}

    record LogOut(
            @Nullable @Pattern(regexp = RefreshToken.FORM) String refreshToken) {}

    /** As in RFC 7662: of a token that counts no longer, nothing else is said. */
    record Validity(
            boolean active,
            @Nullable UUID subject,
            @Nullable List<String> roles,
            @Nullable Instant expiresAt) {}
}
