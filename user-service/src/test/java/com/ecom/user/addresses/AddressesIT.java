package com.ecom.user.addresses;

import static com.ecom.user.UserClient.addressIn;
import static com.ecom.user.UserClient.tagOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import com.ecom.user.UserClient;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class AddressesIT {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    UserClient client;

    @BeforeEach
    void newCustomer() {
        client = new UserClient(shop, TestIssuer.customer());
    }

    @Test
    void theFirstAddressIsTheDefaultAndTheNextIsNot() {
        var london = client.add(addressIn("London"));
        var paris = client.add(addressIn("Paris"));

        assertThat(london.isDefault()).isTrue();
        assertThat(paris.isDefault()).isFalse();
        assertThat(client.addresses()).containsExactly(london, paris);
    }

    @Test
    void anotherAddressTakesOverAsDefault() {
        var london = client.add(addressIn("London"));
        var paris = client.add(addressIn("Paris"));
        makeDefault(paris)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.isDefault")
                .isEqualTo(true);
        makeDefault(paris).expectStatus().isOk();

        assertThat(defaults()).containsExactly(paris.addressId());
        assertThat(client.addresses()).hasSize(2).extracting(Address::addressId).contains(london.addressId());
    }

    @Test
    void whenTheDefaultGoesTheOldestOfTheOthersTakesOver() {
        var london = client.add(addressIn("London"));
        var paris = client.add(addressIn("Paris"));
        client.add(addressIn("Rome"));
        client.send(HttpMethod.DELETE, "addresses/" + london.addressId(), null, null)
                .expectStatus()
                .isNoContent();

        assertThat(defaults()).containsExactly(paris.addressId());
        client.send(HttpMethod.DELETE, "addresses/" + london.addressId(), null, null)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theDatabaseItselfKnowsOneDefaultOnly() {
        client.add(addressIn("London"));
        var paris = client.add(addressIn("Paris"));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> jdbc.sql("update address set is_default = true where id = :id")
                        .param("id", paris.addressId().toString())
                        .update());
    }

    @Test
    void simultaneousChangesLeaveOneDefaultAndNoMoreThanTwenty() throws Exception {
        Callable<Integer> add = () -> client.send(HttpMethod.POST, "addresses", null, addressIn("London"))
                .returnResult()
                .getStatus()
                .value();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(Collections.nCopies(24, add));
            assertThat(answers).extracting(it -> it.get()).containsOnly(201, 409);
        }
        assertThat(client.addresses()).hasSize(20);
        assertThat(defaults()).hasSize(1);
    }

    @Test
    void changesAnAddressThatTheCustomerHasSeen() {
        var london = client.add(addressIn("London"));
        var path = "addresses/" + london.addressId();
        var changed = addressIn(client.put(path, "\"%d\"".formatted(london.version()), addressIn("Bath"))
                .expectStatus()
                .isOk());

        assertThat(changed.city()).isEqualTo("Bath");
        assertThat(changed.isDefault()).isTrue();
        assertThat(changed.version()).isGreaterThan(london.version());
        client.put(path, "\"%d\"".formatted(london.version()), addressIn("Cork"))
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        client.put(path, null, addressIn("Cork")).expectStatus().isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(client.addresses()).containsExactly(changed);
    }

    @Test
    void answersLocationAndVersionOfANewAddress() {
        var answer = client.send(HttpMethod.POST, "addresses", null, addressIn("London"))
                .expectHeader()
                .valueMatches("Location", "/api/users/me/addresses/[0-9a-f-]{36}");
        assertThat(tagOf(answer)).matches("\"\\d+\"");
    }

    @Test
    void theAddressOfAnotherCustomerIsLikeAMissingOne() {
        var mine = client.add(addressIn("London"));
        var eve = new UserClient(shop, TestIssuer.customer());
        eve.add(addressIn("Paris"));
        for (var id : new UUID[] {mine.addressId(), UUID.randomUUID()}) {
            var path = "addresses/" + id;
            isMissing(eve.put(path, "\"%d\"".formatted(mine.version()), addressIn("Cork")));
            isMissing(eve.send(HttpMethod.POST, path + "/default", null, null));
            isMissing(eve.send(HttpMethod.DELETE, path, null, null));
        }
        assertThat(client.addresses()).containsExactly(mine);
        assertThat(eve.addresses()).extracting(Address::city).containsExactly("Paris");
    }

    private static void isMissing(ResponseSpec answer) {
        answer.expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("NO_SUCH_ADDRESS");
    }

    @ParameterizedTest
    @CsvSource({
        "country, XX",
        "country, gb",
        "country, GBR",
        "country, ZZ",
        "country, UK",
        "postalCode, ''",
        "postalCode,",
        "country,",
        "city,",
        "city, ''",
        "label, 'more than forty characters are not a label any more'",
        "postalCode, 123456789012345678901",
        "line2, ' '",
        "state, ''",
        "isDefault, true",
        "customerId, 0198c0de-0000-7000-8000-00000000c001"
    })
    void refusesWhatIsNoAddress(String field, String value) {
        var address = new HashMap<>(addressIn("London"));
        address.put(field, value);

        client.send(HttpMethod.POST, "addresses", null, address)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isNotEmpty();
        assertThat(client.addresses()).isEmpty();
    }

    @Test
    void parcelsGoToKosovoAndWhereThereAreNoPostalCodes() {
        var address = new HashMap<>(addressIn("Pristina"));
        address.put("country", "XK");
        assertThat(client.add(address).country()).isEqualTo("XK");
        address.put("country", "HK");
        address.put("postalCode", "");
        assertThat(client.add(address).postalCode()).isEmpty();
        address.remove("postalCode");
        assertThat(client.add(address).postalCode()).isEmpty();
    }

    @Test
    void aNameIsAsLongAsItHasCharacters() {
        var address = new HashMap<>(addressIn("London"));
        address.put("recipient", "🦊".repeat(120));

        assertThat(client.add(address).recipient()).isEqualTo("🦊".repeat(120));
    }

    @Test
    void refusesAnIdThatIsNone() {
        client.send(HttpMethod.DELETE, "addresses/7", null, null).expectStatus().isBadRequest();
    }

    private ResponseSpec makeDefault(Address it) {
        return client.send(HttpMethod.POST, "addresses/%s/default".formatted(it.addressId()), null, null);
    }

    private List<UUID> defaults() {
        return client.addresses().stream()
                .filter(Address::isDefault)
                .map(Address::addressId)
                .toList();
    }
}
