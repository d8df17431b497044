package com.ecom.user;

import com.ecom.test.Shop;
import com.ecom.test.TestIssuer.Bearer;
import com.ecom.user.addresses.Address;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What a customer does with this service. */
public record UserClient(Shop shop, Bearer customer) {

    public static Map<String, Object> addressIn(String city) {
        return Map.of(
                "label", "Home",
                "recipient", "Ada Lovelace",
                "line1", "12 St James's Square",
                "city", city,
                "postalCode", "SW1Y 4JH",
                "country", "GB");
    }

    public ResponseSpec get(String path) {
        return shop.as(customer).get().uri("/api/users/me/" + path).exchange();
    }

    public ResponseSpec send(HttpMethod method, String path, @Nullable String version, @Nullable Object body) {
        var request = shop.as(customer).method(method).uri("/api/users/me/" + path);
        if (version != null) {
            request.header(HttpHeaders.IF_MATCH, version);
        }
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    public ResponseSpec put(String path, @Nullable String version, Object body) {
        return send(HttpMethod.PUT, path, version, body);
    }

    public String versionOf(String path) {
        return tagOf(get(path));
    }

    public static String tagOf(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
    }

    public Address add(Object address) {
        return addressIn(
                send(HttpMethod.POST, "addresses", null, address).expectStatus().isCreated());
    }

    public static Address addressIn(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(Address.class).returnResult().getResponseBody());
    }

    public List<Address> addresses() {
        return Objects.requireNonNull(get("addresses")
                        .expectStatus()
                        .isOk()
                        .expectBody(Addresses.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    public record Addresses(List<Address> items) {}
}
