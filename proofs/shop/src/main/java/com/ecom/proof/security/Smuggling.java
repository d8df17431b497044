package com.ecom.proof.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Nobody hides a second request in the body of a first one: whatever can be read in two ways is refused, and that
 * ends the conversation (RFC 9112, sections 6.3 and 11.2; ASVS 5.0, 4.2.1).
 */
final class Smuggling {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int NOT_KNOWN_HERE = 501;
    /** Who has answered before it read the body may find then that the body makes no sense. */
    private static final int UNREADABLE = 400;

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
    private final Fixture fixture;

    Smuggling(Fixture fixture) {
        this.fixture = fixture;
    }

    Outcome run() throws InterruptedException {
        var doors = new LinkedHashMap<String, URI>();
        doors.put("the gateway", fixture.gateway());
        Fixture.SERVICES.forEach(it -> doors.put(it, fixture.of(it)));
        return at(doors);
    }

    static Outcome at(Map<String, URI> doors) throws InterruptedException {
        var tries = new ArrayList<Try>();
        var violations = new ArrayList<String>();
        doors.forEach((name, address) -> {
            SmugglingTrick.ALL.forEach(it -> tries.add(new Try(name, address, it)));
            twoHonestRequestsAreAnswered(name, address, violations);
        });
        violations.addAll(AttackClient.forEach(tries, Smuggling::tryIt));
        return new Outcome(violations, Map.of("requests hidden in others", tries.size()));
    }

    /** Otherwise it would prove nothing that hidden ones are not. */
    private static void twoHonestRequestsAreAnswered(String door, URI address, List<String> violations) {
        var said = say(address, request("Content-Length: 0\r\n", "") + SmugglingTrick.LAST);
        if (said.answers.size() != 2) {
            violations.add("%s answered two requests in a row with %s".formatted(door, said.answers));
        }
    }

    private static void tryIt(Try it, Consumer<String> violated) {
        var said = say(it.address, request(it.trick.headers(), it.trick.body()) + SmugglingTrick.HIDDEN);
        if (!said.ended) {
            violated.accept("%s answered %s to %s and went on".formatted(it.door, said.answers, it.trick.name()));
        } else if (said.answers.stream().anyMatch(status -> status / 100 != 4 && status != NOT_KNOWN_HERE)
                || said.answers.stream().skip(1).anyMatch(status -> status != UNREADABLE)) {
            violated.accept("%s answered %s to %s".formatted(it.door, said.answers, it.trick.name()));
        }
    }

    private static String request(String headers, String body) {
        return "POST /api/smuggled HTTP/1.1\r\nHost: shop\r\n" + headers + "\r\n" + body;
    }

    private static Said say(URI door, String requests) {
        var heard = new ByteArrayOutputStream();
        var ended = true;
        try (var socket = new Socket(door.getHost(), door.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
            var in = socket.getInputStream();
            for (int it = in.read(); it >= 0 && heard.size() < LARGEST_ANSWER; it = in.read()) {
                heard.write(it);
            }
        } catch (SocketTimeoutException e) {
            ended = false;
        } catch (SocketException e) {
            // Cut off, which is an end as well.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var answers = ANSWER.matcher(heard.toString(ISO_8859_1))
                .results()
                .map(it -> Integer.parseInt(it.group(1)))
                .toList();
        return new Said(answers, ended);
    }

    private record Try(String door, URI address, SmugglingTrick trick) {
        @Override
        public String toString() {
            return trick.name() + " at " + door;
        }
    }

    /** @param ended whether the server closed the connection */
    private record Said(List<Integer> answers, boolean ended) {}
}
