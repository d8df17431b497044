package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.requests.Extremes;
import com.ecom.proof.security.requests.Hostile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * One address that sends the worst it can, as fast as it can: every extreme number and hostile text in what anybody may ask,
 * bodies that are none, and requests that never end, so that services fail or time out for it. It knows an account, too.
 */
final class WorstCaller implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final int ENDLESS = 20;
    private static final Duration ONE_BYTE_EACH = Duration.ofMillis(200);
    private static final String ADDRESS = "127.78.0.1";

    private final URI door;
    private final String token;
    private final String cart;
    private final List<HttpRequest> requests;
    private final AtomicBoolean over = new AtomicBoolean();
    private final LongAdder sent = new LongAdder();
    private final java.util.concurrent.ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param sku of something that is for sale */
    WorstCaller(Fixture fixture, URI door, String sku) {
        this.door = door;
        this.token = fixture.issuer().of(UUID.randomUUID(), Role.CUSTOMER);
        this.cart = "/api/cart/items/" + sku;
        this.requests = worst();
    }

    void begin() {
        for (int thread = 0; thread < AT_ONCE; thread++) {
            var first = thread;
            threads.execute(() -> sendOneAfterTheOther(first));
        }
        for (int request = 0; request < ENDLESS; request++) {
            threads.execute(this::sendWithoutEnd);
        }
    }

    /** Requests so far, those without end not among them. */
    long sent() {
        return sent.sum();
    }

    private List<HttpRequest> worst() {
        var all = new ArrayList<HttpRequest>();
        for (var number : Extremes.NUMBERS) {
            for (var name : List.of("minPrice", "maxPrice", "size")) {
                all.add(get("/api/search/products?%s=%s".formatted(name, number)));
            }
            all.add(get("/api/products?size=" + number));
            all.add(put(cart, "{\"quantity\":%s}".formatted(number)));
        }
        for (var text : Hostile.TEXTS) {
            if (text.equals(Hostile.HALF_A_CHARACTER)) {
                continue;
            }
            var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            all.add(get("/api/search/products?q=" + encoded));
            all.add(get("/api/search/suggestions?q=" + encoded));
            all.add(get("/api/products?category=" + encoded));
            all.add(put(cart, text));
        }
        for (var sort : List.of("PRICE", "NEWEST", "NAME", "RELEVANCE")) {
            all.add(get(
                    "/api/search/products?cursor=" + Hostile.asCursor("%s\n%d\nx".formatted(sort, Long.MAX_VALUE))));
        }
        all.add(put(cart, "[".repeat(20_000)));
        return all;
    }

    private HttpRequest get(String path) {
        return request(path).build();
    }

    private HttpRequest put(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(door + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private void sendOneAfterTheOther(int first) {
        try (var guesser = Guesser.at(ADDRESS)) {
            for (int next = first; !over.get(); next++) {
                sent.increment();
                try {
                    guesser.ask(requests.get(next % requests.size()));
                } catch (IOException refused) {
                    // Then the next one.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A body of which a byte comes now and then, until the door has had enough; then the next one. */
    private void sendWithoutEnd() {
        var head = """
                PUT %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: 100000\r
                \r
                """.formatted(cart, door.getAuthority(), token);
        while (!over.get()) {
            try (var socket = new Socket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
                socket.connect(new InetSocketAddress(door.getHost(), door.getPort()));
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                while (!over.get() && socket.getInputStream().available() == 0) {
                    socket.getOutputStream().write(' ');
                    LockSupport.parkNanos(ONE_BYTE_EACH.toNanos());
                }
            } catch (IOException hungUp) {
                LockSupport.parkNanos(ONE_BYTE_EACH.toNanos());
            }
        }
    }

    @Override
    public void close() {
        over.set(true);
        threads.close();
    }
}
