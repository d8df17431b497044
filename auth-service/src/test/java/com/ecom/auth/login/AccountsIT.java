package com.ecom.auth.login;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.granted;
import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AccountsIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    AuthClient auth;

    @BeforeEach
    void connect() {
        auth = new AuthClient(shop);
    }

    @Test
    void aNewAccountIsACustomerForEveryService() {
        var email = newEmail();
        var granted = auth.signUp(email);
        var token = auth.read(granted.accessToken());

        assertThat(token.getSubject()).isEqualTo(granted.userId().toString());
        assertThat(token.getClaimAsStringList("roles")).containsExactly("CUSTOMER");
        assertThat(token.getClaimAsString("email")).isEqualTo(email);
        assertThat(token.getClaimAsString("sid")).isNotBlank();
        assertThat(token.getId()).isNotBlank();
        assertThat(token.getHeaders()).containsEntry("typ", "at+jwt").containsEntry("alg", "RS256");
        assertThat(granted.tokenType()).isEqualTo("Bearer");
        assertThat(granted.expiresIn()).isEqualTo(600);
        assertThat(auth.logIn(email).userId()).isEqualTo(granted.userId());
    }

    @Test
    void anAddressIsKeptAsItIsMailedHoweverItIsTyped() {
        var local = UUID.randomUUID().toString();
        var granted = auth.signUp(" " + local + "@Müller.example.com ");

        assertThat(auth.read(granted.accessToken()).getClaimAsString("email"))
                .isEqualTo(local + "@xn--mller-kva.example.com");
        assertThat(auth.logIn(local + "@müller.example.com ").userId()).isEqualTo(granted.userId());
        assertThat(auth.logIn(local.toUpperCase(Locale.ROOT) + "@XN--MLLER-KVA.example.com")
                        .userId())
                .isEqualTo(granted.userId());
    }

    @Test
    void aPasswordIsAsLongAsItHasCharacters() {
        auth.post("signup", Map.of("email", newEmail(), "password", "🦊".repeat(64) + "🐢".repeat(64)))
                .expectStatus()
                .isCreated();
        auth.post("signup", Map.of("email", newEmail(), "password", "🦊🐢🦊🐢"))
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maric-š@example.com", "a@b", "a@localhost", "a@[127.0.0.1]", "\"a b\"@example.com", "ada@faß.de"
            })
    void refusesToSignUpWithAnUnreachableAddress(String email) {
        auth.post("signup", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("email");
    }

    @Test
    void announcesARegistrationOnce() {
        var email = newEmail();
        var key = auth.signUp(email).userId().toString();

        await().untilAsserted(() -> assertThat(broker.published("user.events", key, "user.registered.v1"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("email").asString()).isEqualTo(email)));
    }

    @Test
    void keepsNeitherPasswordsNorRefreshTokens() {
        var email = newEmail();
        var granted = auth.signUp(email);

        assertThat(accounts.findByEmail(new Email(email)).orElseThrow().passwordHash())
                .doesNotContain(PASSWORD);
        assertThat(jdbc.sql("select count(*) from refresh_token where hash = :token")
                        .param("token", granted.refreshToken())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAddressHasOneAccountHoweverItIsWritten() {
        var email = newEmail();
        auth.signUp(email.toUpperCase(Locale.ROOT));

        auth.post("signup", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("EMAIL_TAKEN")
                .jsonPath("$.correlationId")
                .isNotEmpty();
    }

    @Test
    void simultaneousSignUpsOpenOneAccount() throws Exception {
        var email = newEmail();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var answers = pool.invokeAll(Collections.nCopies(
                    6,
                    () -> auth.post("signup", Map.of("email", email, "password", PASSWORD))
                            .returnResult()
                            .getStatus()
                            .value()));
            assertThat(answers).extracting(it -> it.get()).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void aClientCannotChooseItsRole() {
        var email = newEmail();
        auth.post("signup", Map.of("email", email, "password", PASSWORD, "role", "ADMIN"))
                .expectStatus()
                .isBadRequest();

        assertThat(accounts.findByEmail(new Email(email))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"email\":\"ada\",\"password\":\"long enough\"}",
                "{\"email\":\"a da@example.com\",\"password\":\"long enough\"}",
                "{\"email\":\"ad\u00e4@example.com\",\"password\":\"long enough\"}",
                "{\"email\":\"ada@example.com\",\"password\":\"short\"}",
                "{\"email\":\"ada@example.com\",\"password\":\"half a \\ud800 character\"}",
                "{\"email\":\"ada@example.com\",\"password\":\"a \\u0000 inside\"}",
                "{\"email\":[\"ada@example.com\"],\"password\":\"long enough\"}",
                "{\"email\":{\"$gt\":\"\"},\"password\":\"long enough\"}"
            })
    void refusesWhatIsNoSignUp(String body) {
        for (var path : new String[] {"signup", "login"}) {
            shop.anonymously()
                    .post()
                    .uri("/api/auth/" + path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .exchange()
                    .expectStatus()
                    .is4xxClientError()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        }
        assertThat(accounts.findByEmail(new Email("ada@example.com"))).isEmpty();
    }

    @Test
    void refusesAPasswordThatIsTooLongToHash() {
        auth.post("signup", Map.of("email", newEmail(), "password", "x".repeat(129)))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownAddress() {
        var email = newEmail();
        auth.signUp(email);

        assertThat(refusalOf(email, "not the password")).isEqualTo(refusalOf(newEmail(), "not the password"));
    }

    private Map<String, Object> refusalOf(String email, String password) {
        var answer = auth.post("login", Map.of("email", email, "password", password))
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
        assertThat(answer).containsEntry("code", "INVALID_CREDENTIALS");
        var withoutId = new HashMap<>(Objects.requireNonNull(answer));
        withoutId.remove("correlationId");
        return withoutId;
    }

    @Test
    void aGuestHasANewIdEachTimeAndNothingToRefresh() {
        var guest = granted(auth.post("guest", ""), HttpStatus.CREATED);
        var token = auth.read(guest.accessToken());

        assertThat(token.getClaimAsStringList("roles")).containsExactly("GUEST");
        assertThat(token.getSubject()).isEqualTo(guest.userId().toString());
        assertThat(guest.refreshToken()).isNull();
        assertThat(granted(auth.post("guest", ""), HttpStatus.CREATED).userId()).isNotEqualTo(guest.userId());
    }

    @Test
    void aGuestChoosesNothing() {
        auth.post("guest", Map.of("role", "ADMIN")).expectStatus().isBadRequest();
    }
}
