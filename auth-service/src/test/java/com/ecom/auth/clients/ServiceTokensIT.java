package com.ecom.auth.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.auth.secrets.Secret;
import com.ecom.auth.sessions.AnotherService;
import com.ecom.core.envelope.Topics;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ServiceTokensIT {

    private final Bearer admin = TestIssuer.bearer(Role.ADMIN);
    private final String name = "c" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    Topics topics;

    String secret;

    @BeforeEach
    void register() {
        secret = secretIn(asAdmin("", Map.of("clientId", name, "audiences", List.of("user-service", "cart-service"))));
    }

    @Test
    void aTokenIsForOneServiceAndGoodNowhereElse() {
        try (var neighbour = new AnotherService(shop, environment, topics)) {
            assertThat(neighbour.statusFor(tokenFor("user-service")))
                    .as("known, but no customer")
                    .isEqualTo(403);
            assertThat(neighbour.statusFor(tokenFor("cart-service"))).isEqualTo(401);
        }
    }

    @Test
    void secretsMayComeInTheHeaderToo() {
        shop.anonymously()
                .post()
                .uri("/oauth2/token")
                .headers(it -> it.setBasicAuth(name, secret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form("grant_type", "client_credentials", "audience", "user-service"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.token_type")
                .isEqualTo("Bearer")
                .jsonPath("$.expires_in")
                .isEqualTo(600);
    }

    @Test
    void keepsOnlyTheHashOfASecret() {
        assertThat(jdbc.sql("select secret_hash from service_client where name = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .isEqualTo(Secret.hashOf(secret))
                .isNotEqualTo(secret);
    }

    @Test
    void refusesInTheWordsOfTheStandard() {
        refused(ask(name, "a wrong secret", "user-service"), 401, "invalid_client");
        refused(ask("nobody", secret, "user-service"), 401, "invalid_client");
        refused(ask("e\u0301", secret, "user-service"), 401, "invalid_client");
        refused(ask(name, secret, "order-service"), 400, "invalid_target");
        refused(
                asForm(form("grant_type", "password", "client_id", name, "client_secret", secret)),
                400,
                "unsupported_grant_type");
    }

    @Test
    void aNewSecretReplacesTheOldOneAfterADay() {
        var renewed = secretIn(asAdmin("/%s/secret".formatted(name), Map.of()));
        ask(name, secret, "user-service").expectStatus().isOk();
        ask(name, renewed, "user-service").expectStatus().isOk();

        jdbc.sql("update service_client set previous_until = previous_until - interval 1 day where name = ?")
                .param(name)
                .update();
        refused(ask(name, secret, "user-service"), 401, "invalid_client");
        ask(name, renewed, "user-service").expectStatus().isOk();
    }

    @Test
    void aClientThatWasRemovedGetsNothingMore() {
        shop.as(admin)
                .delete()
                .uri("/api/admin/service-clients/" + name)
                .exchange()
                .expectStatus()
                .isNoContent();

        refused(ask(name, secret, "user-service"), 401, "invalid_client");
    }

    @Test
    void aClientCallsOnlyServicesThatExistAndHasItsNameAlone() {
        asAdmin("", Map.of("clientId", "c" + name, "audiences", List.of("no-such-service")))
                .expectStatus()
                .isBadRequest();
        asAdmin("", Map.of("clientId", name, "audiences", List.of("user-service")))
                .expectStatus()
                .isEqualTo(409);
    }

    private String tokenFor(String audience) {
        var answer = ask(name, secret, audience)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer).path("access_token").asString();
    }

    private ResponseSpec ask(String client, String shown, String audience) {
        return asForm(form(
                "grant_type", "client_credentials", "client_id", client, "client_secret", shown, "audience", audience));
    }

    private ResponseSpec asForm(LinkedMultiValueMap<String, String> form) {
        return shop.anonymously()
                .post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange();
    }

    private ResponseSpec asAdmin(String path, Object body) {
        return shop.as(admin)
                .post()
                .uri("/api/admin/service-clients" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static String secretIn(ResponseSpec answer) {
        var body = answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body).path("clientSecret").asString();
    }

    private static void refused(ResponseSpec answer, int status, String error) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo(error);
    }

    private static LinkedMultiValueMap<String, String> form(String... pairs) {
        var form = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
