package com.ecom.local;

import com.ecom.shop.ShopHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The simulated payment provider, with what it and its merchant know of each other. */
public record PaymentProvider(URI url, String apiKey, String webhookSecret) {

    /**
     * How it behaves from now on, such as {@code {"loseWebhooks": 0.2}}; what is not named is as good as can be.
     *
     * @throws IOException also if it does not understand
     */
    public void behave(String moods) throws IOException, InterruptedException {
        ask("PUT", "/v1/moods", moods);
    }

    /** The body of what it answers to its merchant. */
    public String ask(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = ShopHttp.client().send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "The provider answered %d to %s: %s".formatted(answer.statusCode(), path, answer.body()));
        }
        return answer.body();
    }
}
