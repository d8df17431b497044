package com.ecom.proof.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.ecom.proof.security.ground.AttackClient;
import com.ecom.proof.security.ground.Ground;
import com.ecom.proof.security.ground.Outcome;
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
    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: shop\r\n\r\n";
    private static final String LAST = "GET /last HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n";
    private static final String LENGTH_OF_HIDDEN = "Content-Length: " + HIDDEN.length() + "\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String END_OF_CHUNKS = "0\r\n\r\n";

    private static final List<Trick> TRICKS = List.of(
            new Trick("two lengths", "Content-Length: 0\r\n" + LENGTH_OF_HIDDEN, ""),
            new Trick("a list of lengths", "Content-Length: 0, " + HIDDEN.length() + "\r\n", ""),
            new Trick("a signed length", "Content-Length: +0\r\n", ""),
            new Trick("a negative length", "Content-Length: -1\r\n", ""),
            new Trick("a length in hexadecimal", "Content-Length: 0x0\r\n", ""),
            new Trick("no number as length", "Content-Length: none\r\n", ""),
            new Trick("an endless length", "Content-Length: 99999999999999999999\r\n", ""),
            new Trick("length and chunks", LENGTH_OF_HIDDEN + CHUNKED, END_OF_CHUNKS),
            new Trick("chunks and length", CHUNKED + LENGTH_OF_HIDDEN, END_OF_CHUNKS),
            new Trick("a space before the colon", "Transfer-Encoding : chunked\r\n" + LENGTH_OF_HIDDEN, END_OF_CHUNKS),
            new Trick("a space before the length's colon", "Content-Length : 0\r\n", ""),
            new Trick("an unknown coding", "Transfer-Encoding: xchunked\r\n" + LENGTH_OF_HIDDEN, END_OF_CHUNKS),
            new Trick("chunks that are not last", "Transfer-Encoding: chunked, gzip\r\n", END_OF_CHUNKS),
            new Trick("a size of a chunk without end", CHUNKED, "fffffffffffffffff\r\n"),
            new Trick("a negative size of a chunk", CHUNKED, "-1\r\n"),
            new Trick("no number as size of a chunk", CHUNKED, "zz\r\n"),
            new Trick("a chunk longer than it says", CHUNKED, "1\r\nab" + END_OF_CHUNKS),
            new Trick("a header without a colon", "Content-Length 0\r\n", ""),
            new Trick("a header without a name", ": 0\r\n", ""),
            new Trick("a NUL in a header", "X: a\0b\r\nContent-Length: 0\r\n", ""),
            new Trick(
                    "a lonely carriage return",
                    "X: a\rContent-Length: 0\r\n" + LENGTH_OF_HIDDEN + CHUNKED,
                    END_OF_CHUNKS));

    private final Ground ground;

    Smuggling(Ground ground) {
        this.ground = ground;
    }

    Outcome run() throws InterruptedException {
        var doors = new LinkedHashMap<String, URI>();
        doors.put("the gateway", ground.gateway());
        Ground.SERVICES.forEach(it -> doors.put(it, ground.of(it)));
        return at(doors);
    }

    static Outcome at(Map<String, URI> doors) throws InterruptedException {
        var tries = new ArrayList<Try>();
        var violations = new ArrayList<String>();
        doors.forEach((name, address) -> {
            TRICKS.forEach(it -> tries.add(new Try(name, address, it)));
            twoHonestRequestsAreAnswered(name, address, violations);
        });
        violations.addAll(AttackClient.forEach(tries, Smuggling::tryIt));
        return new Outcome(violations, Map.of("requests hidden in others", tries.size()));
    }

    /** Otherwise it would prove nothing that hidden ones are not. */
    private static void twoHonestRequestsAreAnswered(String door, URI address, List<String> violations) {
        var said = say(address, request("Content-Length: 0\r\n", "") + LAST);
        if (said.answers.size() != 2) {
            violations.add("%s answered two requests in a row with %s".formatted(door, said.answers));
        }
    }

    private static void tryIt(Try it, Consumer<String> violated) {
        var said = say(it.address, request(it.trick.headers, it.trick.body) + HIDDEN);
        if (!said.ended) {
            violated.accept("%s answered %s to %s and went on".formatted(it.door, said.answers, it.trick.name));
        } else if (said.answers.stream().anyMatch(status -> status / 100 != 4 && status != NOT_KNOWN_HERE)
                || said.answers.stream().skip(1).anyMatch(status -> status != UNREADABLE)) {
            violated.accept("%s answered %s to %s".formatted(it.door, said.answers, it.trick.name));
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

    /** @param body of the first request, if it is read in the way in which the hidden one is not part of it */
    private record Trick(String name, String headers, String body) {}

    private record Try(String door, URI address, Trick trick) {
        @Override
        public String toString() {
            return trick.name + " at " + door;
        }
    }

    /** @param ended whether the server closed the connection */
    private record Said(List<Integer> answers, boolean ended) {}
}
