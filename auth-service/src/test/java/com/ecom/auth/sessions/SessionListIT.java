package com.ecom.auth.sessions;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SessionListIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    AuthClient auth;
    Granted here;
    Granted elsewhere;

    @BeforeEach
    void logInTwice() {
        auth = new AuthClient(shop);
        var email = newEmail();
        here = auth.signUp(email);
        elsewhere = auth.logIn(email);
        auth.signUp(newEmail());
    }

    @Test
    void listsTheOpenSessionsOfTheCallerAndSaysWhichIsTheirs() {
        var sessions = sessionsOf(here);

        assertThat(sessions).hasSize(2);
        assertThat(sessions)
                .filteredOn(it -> it.path("current").asBoolean())
                .extracting(it -> it.path("sessionId").asString())
                .containsExactly(sessionOf(here));
        assertThat(sessions)
                .allSatisfy(it -> assertThat(it.path("openedAt").asString()).isNotBlank());
    }

    @Test
    void oneSessionCanBeEndedFromAnotherAndIsThenGoneEverywhere() {
        end(here, sessionOf(elsewhere), 204);
        end(here, sessionOf(elsewhere), 404);

        auth.tryToRefresh(elsewhere).expectStatus().isUnauthorized();
        auth.as(elsewhere)
                .get()
                .uri("/api/auth/sessions")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(sessionsOf(here)).hasSize(1);
        await().untilAsserted(() -> assertThat(
                        broker.published("auth.revocations", here.userId().toString(), "auth.session-revoked.v1"))
                .extracting(it -> it.path("sessionId").asString())
                .containsExactly(sessionOf(elsewhere)));
    }

    @Test
    void theSessionOfAnotherUserLooksLikeNone() {
        var stranger = auth.signUp(newEmail());

        end(stranger, sessionOf(here), 404);
        auth.refresh(here);
    }

    @Test
    void loggingOutEverywhereEndsThemAll() {
        auth.as(here)
                .delete()
                .uri("/api/auth/sessions")
                .exchange()
                .expectStatus()
                .isNoContent();

        for (var ended : List.of(here, elsewhere)) {
            auth.tryToRefresh(ended).expectStatus().isUnauthorized();
        }
    }

    private void end(Granted caller, String session, int expected) {
        auth.as(caller)
                .delete()
                .uri("/api/auth/sessions/" + session)
                .exchange()
                .expectStatus()
                .isEqualTo(expected);
    }

    private List<JsonNode> sessionsOf(Granted granted) {
        var answer = auth.as(granted)
                .get()
                .uri("/api/auth/sessions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer).path("items").valueStream().toList();
    }

    private String sessionOf(Granted granted) {
        return auth.read(granted.accessToken()).getClaimAsString("sid");
    }
}
