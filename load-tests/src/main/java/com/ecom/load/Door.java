package com.ecom.load;

import com.ecom.shop.Networks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** The gateway, entered by many at once. */
record Door(HttpClient http, URI address) {

    static Door at(URI address) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new Door(http, address);
    }

    /** From a network of their own. */
    HttpResponse<String> post(String path, String token, String body, String idempotencyKey)
            throws IOException, InterruptedException {
        return postFrom(Networks.of(token), path, token, body, idempotencyKey);
    }

    /** The same from somewhere else: a gateway that trusts us believes it. */
    HttpResponse<String> postFrom(String network, String path, String token, String body, String idempotencyKey)
            throws IOException, InterruptedException {
        return http.send(
                request(path, token)
                        .header("X-Forwarded-For", network)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A guest who has just come. */
    HttpResponse<String> guestFrom(String network) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address.resolve("/api/auth/guest"))
                        .timeout(Duration.ofSeconds(30))
                        .header("X-Forwarded-For", network)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path, String token) throws IOException, InterruptedException {
        return http.send(request(path, token).DELETE().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }
}
