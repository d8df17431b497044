package com.ecom.user.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.user.UserClient;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

@ServiceTest
class ProfileIT {

    private static final Map<String, Object> ADA =
            Map.of("firstName", "Ada", "lastName", "Lovelace", "phoneNumber", "+44 (20) 7946.0000/1");

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    Customers customers;

    TestIssuer.Bearer ada;
    UserClient client;

    @BeforeEach
    void newCustomer() {
        ada = TestIssuer.customer();
        client = new UserClient(shop, ada);
    }

    @Test
    void registersACustomerWhoseTokenArrivesFirst() {
        client.get("profile")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .jsonPath("$.userId")
                .isEqualTo(ada.id().toString())
                .jsonPath("$.email")
                .isEqualTo(ada.email())
                .jsonPath("$.firstName")
                .doesNotExist();
    }

    @Test
    void registersACustomerOnceHoweverOftenTheEventArrives() {
        var registered = Map.of(
                "userId",
                ada.id(),
                "email",
                "ada.lovelace@example.com",
                "registeredAt",
                Instant.now().toString());
        var id = broker.send("user.events", ada.id().toString(), "user.registered.v1", registered);
        broker.send(id, "user.events", ada.id().toString(), "user.registered.v1", registered);

        await().untilAsserted(() -> assertThat(customers.exists(ada.id())).isTrue());
        assertThat(customers.get(ada.id()).email()).isEqualTo("ada.lovelace@example.com");
    }

    @Test
    void aLateRegistrationEventChangesNothingThatTheCustomerWrote() {
        client.put("profile", client.versionOf("profile"), ADA).expectStatus().isOk();
        broker.send(
                "user.events",
                ada.id().toString(),
                "user.registered.v1",
                Map.of(
                        "userId",
                        ada.id(),
                        "email",
                        "late@example.com",
                        "registeredAt",
                        Instant.now().toString()));

        await().untilAsserted(() -> assertThat(customers.get(ada.id()).email()).isEqualTo("late@example.com"));
        assertThat(customers.get(ada.id()).profile().firstName()).isEqualTo("Ada");
        assertThat(customers.get(ada.id()).version()).isEqualTo(1);
    }

    @Test
    void savesAProfileAndPublishesItOnce() {
        client.put("profile", client.versionOf("profile"), ADA)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.phoneNumber")
                .isEqualTo("+44 (20) 7946.0000/1");

        await().untilAsserted(() -> assertThat(
                        broker.published("user.events", ada.id().toString(), "user.profile-updated.v1"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("firstName").asString()).isEqualTo("Ada");
                    assertThat(it.path("version").asLong()).isEqualTo(1);
                    assertThat(it.path("marketingEmails").asBoolean()).isFalse();
                }));
    }

    @Test
    void savesPreferencesAndPublishesAHigherVersion() {
        client.put("profile", client.versionOf("profile"), ADA).expectStatus().isOk();
        client.put(
                        "preferences",
                        client.versionOf("preferences"),
                        Map.of("marketingEmails", true, "smsNotifications", true, "language", "de", "currency", "EUR"))
                .expectStatus()
                .isOk();

        client.get("preferences").expectBody().json("""
                        {"marketingEmails": true, "smsNotifications": true, "language": "de", "currency": "EUR"}
                        """);
        await().untilAsserted(() -> assertThat(
                        broker.published("user.events", ada.id().toString(), "user.profile-updated.v1"))
                .hasSize(2)
                .last()
                .satisfies(it -> {
                    assertThat(it.path("version").asLong()).isEqualTo(2);
                    assertThat(it.path("language").asString()).isEqualTo("de");
                    assertThat(it.path("marketingEmails").asBoolean()).isTrue();
                    assertThat(it.path("lastName").asString()).isEqualTo("Lovelace");
                }));
    }

    @Test
    void refusesToOverwriteAVersionThatWasNotRead() {
        var seen = client.versionOf("profile");
        client.put("profile", seen, ADA).expectStatus().isOk();

        client.put("profile", seen, Map.of("firstName", "Eve"))
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PRECONDITION_FAILED");
        client.put("profile", null, Map.of("firstName", "Eve"))
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_REQUIRED)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_MISSING")
                .jsonPath("$.correlationId")
                .isNotEmpty();
        assertThat(customers.get(ada.id()).profile().firstName()).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"firstName\":\"\"}",
                "{\"firstName\":\"   \"}",
                "{\"firstName\":\"two\\nlines\"}",
                "{\"firstName\":\"half a \\ud800\"}",
                "{\"phoneNumber\":\"123\"}",
                "{\"phoneNumber\":\"+44 call me\"}",
                "{\"email\":\"eve@example.com\"}",
                "{\"userId\":\"0198c0de-0000-7000-8000-00000000c001\"}",
                "{\"version\":9}"
            })
    void refusesWhatIsNoProfile(String body) {
        refuses("profile", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"marketingEmails\":true,\"smsNotifications\":true,\"language\":\"de\"}",
                "{\"smsNotifications\":true,\"language\":\"de\",\"currency\":\"EUR\"}",
                "{\"marketingEmails\":\"maybe\",\"smsNotifications\":true,\"language\":\"de\",\"currency\":\"EUR\"}",
                "{\"marketingEmails\":true,\"smsNotifications\":true,\"language\":\"german\",\"currency\":\"EUR\"}",
                "{\"marketingEmails\":true,\"smsNotifications\":true,\"language\":\"de\",\"currency\":\"XYZ\"}"
            })
    void refusesWhatAreNoPreferences(String body) {
        refuses("preferences", body);
    }

    private void refuses(String path, String body) {
        client.put(path, client.versionOf(path), body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(customers.get(ada.id()).version()).isZero();
    }

    @Test
    void refusesANameThatIsTooLong() {
        refuses("profile", "{\"firstName\":\"%s\"}".formatted("x".repeat(81)));
    }

    @Test
    void customersSeeOnlyThemselves() {
        client.put("profile", client.versionOf("profile"), ADA).expectStatus().isOk();

        new UserClient(shop, TestIssuer.customer())
                .get("profile")
                .expectBody()
                .jsonPath("$.firstName")
                .doesNotExist();
    }
}
