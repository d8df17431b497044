package com.ecom.test;

import com.ecom.test.TestIssuer.Bearer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service under test, as seen by people with and without a token. */
public class Shop {

    private final String baseUrl;

    public Shop(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public RestTestClient as(Bearer somebody) {
        return withToken(somebody.token());
    }

    public RestTestClient withToken(String token) {
        return client().defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    public RestTestClient anonymously() {
        return client().build();
    }

    public String baseUrl() {
        return baseUrl;
    }

    private RestTestClient.Builder<?> client() {
        // Asks once, where another client on the class path would come back by itself after 429 and 503.
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory()).baseUrl(baseUrl);
    }
}
