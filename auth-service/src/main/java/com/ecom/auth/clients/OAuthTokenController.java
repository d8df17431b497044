package com.ecom.auth.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.auth.clients.ServiceClients.ServiceClient;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.sessions.AccessTokens;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs that act for themselves: OAuth 2.0 client credentials (RFC 6749, section 4.4). */
@RestController
@RequiredArgsConstructor
class OAuthTokenController {

    private static final String BASIC = "Basic ";

    private final ServiceClients clients;
    private final AccessTokens tokens;

    /**
     * The client shows its secret by HTTP Basic or in the form.
     *
     * @param audience the one service that the token is for
     */
    @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ServiceTokenResponse token(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(name = "grant_type", required = false) @Nullable String grantType,
            @RequestParam(name = "client_id", required = false) @Nullable String clientId,
            @RequestParam(name = "client_secret", required = false) @Nullable String clientSecret,
            @RequestParam(required = false) @Nullable String audience) {
        if (!"client_credentials".equals(grantType)) {
            throw new AuthRefusal.OAuthError("unsupported_grant_type", "Only client_credentials are exchanged here");
        }
        var client = shown(authorization, clientId, clientSecret)
                .orElseThrow(
                        () -> new AuthRefusal.OAuthError("invalid_client", "There is no such client with that secret"));
        if (audience == null || !client.audiences().contains(audience)) {
            throw new AuthRefusal.OAuthError(
                    "invalid_target", "Say for which service, of those that the client may call");
        }
        var granted = tokens.forService(client.id(), client.name(), audience);
        return new ServiceTokenResponse(granted.accessToken(), granted.tokenType(), granted.expiresIn());
    }

    private Optional<ServiceClient> shown(
            @Nullable String authorization, @Nullable String clientId, @Nullable String clientSecret) {
        if (authorization != null) {
            return authorization.startsWith(BASIC) ? basic(authorization.substring(BASIC.length())) : Optional.empty();
        }
        return clientId == null || clientSecret == null
                ? Optional.empty()
                : clients.authenticate(clientId, clientSecret);
    }

    private Optional<ServiceClient> basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded.strip()), UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : clients.authenticate(
                            URLDecoder.decode(pair.substring(0, colon), UTF_8),
                            URLDecoder.decode(pair.substring(colon + 1), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As RFC 6749 spells it. */
    record ServiceTokenResponse(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {

        @Override
        public String toString() {
            return "ServiceTokenResponse[…]";
        }
    }
}
