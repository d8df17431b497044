package com.ecom.auth.google;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.auth.AuthClient;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.passwords.PasswordHasher;
import com.ecom.auth.secondfactor.SecondFactors;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** A browser on its way to the provider and back, with a real OpenID provider in Google's place. */
@ServiceTest
abstract class GoogleScenario {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static final String ISSUER = "google";
    static final String CLIENT = "shop-client";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        PROVIDER.start();
        registry.add("ecom.auth.google.issuer", () -> PROVIDER.issuerUrl(ISSUER).toString());
        registry.add("ecom.auth.google.client-id", () -> CLIENT);
        registry.add("ecom.auth.google.client-secret", () -> "only for tests");
        registry.add("ecom.auth.google.redirect-uri", () -> "https://shop.example/account/google");
    }

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactors factors;

    @Autowired
    BeanFactory beans;

    @Autowired
    PasswordHasher passwords;

    final String subject = UUID.randomUUID().toString();
    final String email = newEmail();
    AuthClient auth;

    @BeforeEach
    void connect() {
        auth = new AuthClient(shop);
    }

    ResponseSpec signIn(String address, boolean verified) {
        var started = start();
        return exchange(back(started, address, verified), started.attempt);
    }

    Start start() {
        var started = auth.post("google/start", "")
                .expectStatus()
                .isOk()
                .expectBody(Start.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(started);
    }

    Back back(Start started, String address, boolean verified) {
        return back(started, CLIENT, address, verified);
    }

    /** Follows the browser to the provider, where this subject agrees, and back. */
    Back back(Start started, String audience, String address, boolean verified) {
        var word = new DefaultOAuth2TokenCallback(
                ISSUER,
                subject,
                "JWT",
                List.of(audience),
                Map.of("email", address, "email_verified", verified, "aud", audience),
                3600);
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(started.authorizationUrl)).build(), BodyHandlers.discarding());
            var location = UriComponentsBuilder.fromUriString(
                            answer.headers().firstValue("Location").orElseThrow())
                    .build();
            assertThat(location.toUriString()).startsWith("https://shop.example/account/google?");
            var query = location.getQueryParams().toSingleValueMap();
            return new Back(
                    Objects.requireNonNull(query.get("code")), Objects.requireNonNull(query.get("state")), word);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finishes, and the provider is asked. */
    ResponseSpec exchange(Back back, String attempt) {
        PROVIDER.enqueueCallback(back.word);
        return finish(back, attempt);
    }

    ResponseSpec finish(Back back, String attempt) {
        return auth.post("google/finish", Map.of("code", back.code, "state", back.state, "attempt", attempt));
    }

    ResponseSpec finish(Back back, String attempt, String secondFactor) {
        var body = new HashMap<String, String>();
        body.put("code", back.code);
        body.put("state", back.state);
        body.put("attempt", attempt);
        body.put("secondFactor", secondFactor);
        return auth.post("google/finish", body);
    }

    static void refused(ResponseSpec answer, int status, String code) {
        var body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(body).path("code").asString()).isEqualTo(code);
    }

    record Start(String authorizationUrl, String attempt) {}

    /** @param word what the provider says about the subject when the code is exchanged */
    record Back(String code, String state, DefaultOAuth2TokenCallback word) {}
}
