package com.ecom.auth.google;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.secrets.Secret;
import com.ecom.core.address.EmailAddresses;
import com.ecom.core.outboundhttp.OutboundHttp;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/** Calls Google: OpenID Connect's authorization code flow with PKCE (RFC 7636), state and nonce. */
@Component
class GoogleClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_CONNECTIONS = 20;

    private final GoogleProperties properties;
    private final ClientHttpRequestFactory requests;
    private final RestClient http;
    private volatile @Nullable Discovered discovered;

    GoogleClient(GoogleProperties properties) {
        this.properties = properties;
        this.requests = OutboundHttp.requests(TIMEOUT, TIMEOUT, MAX_CONNECTIONS);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** @throws AuthRefusal.GoogleNotConfigured if there is no client */
    void requireConfigured() {
        if (properties.isNotConfigured()) {
            throw new AuthRefusal.GoogleNotConfigured();
        }
    }

    /** Where to send the browser. */
    String authorizationUrl(String state, String nonce, String verifier) {
        return UriComponentsBuilder.fromUriString(provider().authorizationEndpoint)
                .queryParam("response_type", "code")
                .queryParam("client_id", properties.clientId())
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("scope", "{scope}")
                .queryParam("state", state)
                .queryParam("nonce", nonce)
                .queryParam("code_challenge", challengeOf(verifier))
                .queryParam("code_challenge_method", "S256")
                .encode()
                .buildAndExpand(properties.redirectUri(), "openid email")
                .toUriString();
    }

    /**
     * Exchanges the code that came back.
     *
     * @throws AuthRefusal.SignInFailed if Google or we do not believe it
     */
    GoogleIdentity identityFor(String code, String nonce, String verifier) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", properties.redirectUri());
        form.add("client_id", properties.clientId());
        form.add("client_secret", properties.clientSecret());
        form.add("code_verifier", verifier);
        try {
            var answer = http.post()
                    .uri(provider().tokenEndpoint)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(Exchanged.class);
            if (answer == null || answer.idToken == null) {
                throw new AuthRefusal.SignInFailed();
            }
            return identityIn(provider().decoder.decode(answer.idToken), nonce);
        } catch (HttpClientErrorException | JwtException e) {
            throw new AuthRefusal.SignInFailed();
        }
    }

    private static GoogleIdentity identityIn(Jwt token, String nonce) {
        var email = token.getClaimAsString("email");
        if (!nonce.equals(token.getClaimAsString("nonce"))
                || token.getSubject() == null
                || email == null
                || EmailAddresses.reachable(email).isEmpty()) {
            throw new AuthRefusal.SignInFailed();
        }
        return new GoogleIdentity(
                String.valueOf(token.getIssuer()),
                token.getSubject(),
                new Email(email),
                Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified")));
    }

    private Discovered provider() {
        requireConfigured();
        var known = discovered;
        if (known == null) {
            known = discover();
            discovered = known;
        }
        return known;
    }

    private Discovered discover() {
        var found = http.get()
                .uri(properties.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .body(Configuration.class);
        if (found == null || !properties.issuer().toString().equals(found.issuer)) {
            throw new AuthRefusal.SignInFailed();
        }
        return new Discovered(found.authorizationEndpoint, found.tokenEndpoint, decoder(found.jwksUri));
    }

    private NimbusJwtDecoder decoder(String keys) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(properties.issuer().toString()),
                new JwtClaimValidator<Object>("exp", it -> it != null),
                new JwtClaimValidator<Collection<String>>(
                        "aud", it -> it != null && List.copyOf(it).equals(List.of(properties.clientId()))))));
        return decoder;
    }

    private static String challengeOf(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.sha256(verifier));
    }

    private record Discovered(String authorizationEndpoint, String tokenEndpoint, NimbusJwtDecoder decoder) {}

    private record Configuration(
            @JsonProperty("issuer") String issuer,
            @JsonProperty("authorization_endpoint") String authorizationEndpoint,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("jwks_uri") String jwksUri) {}

    private record Exchanged(
            @JsonProperty("id_token") @Nullable String idToken) {}
}
