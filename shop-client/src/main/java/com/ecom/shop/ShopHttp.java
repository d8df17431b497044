package com.ecom.shop;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The one HTTP client of a process that plays customers, staff and operators. How long an answer may take each request
 * says for itself.
 */
public final class ShopHttp {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private ShopHttp() {}

    /** Shared by all, never to be closed. */
    public static HttpClient client() {
        return CLIENT;
    }
}
