package com.ecom.auth.sessions;

import static com.ecom.auth.AuthClient.newEmail;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.core.envelope.Topics;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;

/** From the log-out here to the refusal elsewhere, over the real outbox and broker. */
@ServiceTest
class RevocationIT {

    @Autowired
    Shop shop;

    @Autowired
    Environment environment;

    @Autowired
    Topics topics;

    @Test
    void anotherServiceRefusesTheTokenSoonAfterTheLogOut() {
        var auth = new AuthClient(shop);
        var granted = auth.signUp(newEmail());
        var other = auth.signUp(newEmail());
        try (var neighbour = new AnotherService(shop, environment, topics)) {
            expect(404, neighbour, granted.accessToken());

            shop.withToken(auth.trusted(granted))
                    .post()
                    .uri("/api/auth/logout")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of())
                    .exchange()
                    .expectStatus()
                    .isNoContent();

            await().untilAsserted(() -> expect(401, neighbour, granted.accessToken()));
            expect(404, neighbour, other.accessToken());
        }
    }

    /** 404, for the neighbour knows the route and has nothing behind it. */
    private static void expect(int status, AnotherService neighbour, String token) {
        neighbour
                .door()
                .withToken(token)
                .get()
                .uri("/api/users/me/profile")
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }
}
