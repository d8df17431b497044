package com.ecom.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Where wrk cannot be had. It needs much more of the machine, so its figures compare with nobody else's. */
record OwnDriver(HttpClient http, String token) implements Driver {

    static OwnDriver with(String token) {
        return new OwnDriver(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), token);
    }

    @Override
    public Figures run(URI address, int connections, int seconds) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(Nginx.PATH))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .build();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var millis = new ArrayList<Double>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Double>> caller = () -> askUntil(end, request);
            for (var answers : threads.invokeAll(Collections.nCopies(connections, caller))) {
                millis.addAll(answers.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        var percentiles = Percentiles.of(millis);
        return new Figures((double) percentiles.count() / seconds, percentiles.p50(), percentiles.p99());
    }

    private List<Double> askUntil(long end, HttpRequest request) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IOException("%s answered %d".formatted(request.uri(), status));
            }
            millis.add((System.nanoTime() - began) / 1_000_000.0);
        }
        return millis;
    }
}
