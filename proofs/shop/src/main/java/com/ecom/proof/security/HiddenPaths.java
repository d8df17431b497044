package com.ecom.proof.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Nothing of what is not public is reached through the gateway, however its path is written: not by an operator, who
 * could if it were routed.
 */
final class HiddenPaths {

    private static final List<String> HIDDEN = List.of(
            "/actuator",
            "/actuator/health",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/prometheus",
            "/actuator/gateway/routes",
            "/actuator/loggers",
            "/ops/audit",
            "/ops/outbox",
            "/ops/inbox",
            "/ops/dead-letters",
            "/ops/sagas",
            "/v3/api-docs",
            "/internal/health",
            "/error");
    private static final List<String> BEFORE = List.of(
            "",
            "/",
            "//",
            "/.",
            "/./",
            "/x/..",
            "/api/..",
            "/api/products/..",
            "/api/products/../..",
            "/api/products/..;",
            "/api/products/..;/..",
            "/api/products;/..",
            "/api/products/%2e%2e",
            "/api/products/%2e%2e/%2e%2e",
            "/api/products/.%2e/..",
            "/api/products/..%2f..",
            "/api/products/%2e%2e%2f%2e%2e",
            "/api/products/..%5c..",
            "/api/products/..\\..",
            "/api/products/%252e%252e",
            "/api/products/%c0%ae%c0%ae",
            "/api/products/%u002e%u002e",
            "/swagger-ui/..",
            "/swagger-ui/%2e%2e",
            "/api-docs/..",
            "/internal/..",
            "/internal/frontend-flags/..",
            "/;x=y",
            "/%20",
            "/%09",
            "/%00",
            "/api/inventory/..",
            "/api/search/..%00");
    private static final List<String> AFTER =
            List.of("", "/", "//", "/.", ";", ";a=b", "%00", "%20", "%2f", ".json", "?x=1", "#x", "/..;/", "\\");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS", "TRACE", "PUT");
    private static final List<String> NAMES_ANOTHER_PATH = List.of(
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-Forwarded-Prefix",
            "X-Forwarded-Path",
            "X-Original-URI",
            "X-HTTP-DestinationURL");

    private static final Set<Integer> CLOSED = Set.of(400, 401, 403, 404, 405, 413, 414, 431, 501);
    private static final List<String> SIGNS = List.of(
            "\"status\":\"UP\"",
            "\"_links\"",
            "# HELP",
            "propertySources",
            "\"openapi\"",
            "\"predicate\"",
            "\"nextCursor\"",
            "\"loggers\"",
            "JAVA PROFILE");

    /** Of whoever only hangs up nobody knows whether anybody is there. */
    private static final int LEAST_ANSWERED_PERCENT = 90;

    private final Fixture fixture;
    private final LongAdder answered = new LongAdder();

    HiddenPaths(Fixture fixture) {
        this.fixture = fixture;
    }

    Outcome run(int atLeast) throws InterruptedException {
        var all = new ArrayList<>(requests());
        var step = Math.max(1, all.size() / atLeast);
        var chosen = new ArrayList<String>();
        for (int index = 0; index < all.size(); index += step) {
            chosen.add(all.get(index));
        }
        var violations = new ArrayList<>(AttackClient.forEach(chosen, this::tryIt));
        if (answered.sum() * 100 < chosen.size() * (long) LEAST_ANSWERED_PERCENT) {
            violations.add(
                    "Only %d of %d disguised paths were answered at all".formatted(answered.sum(), chosen.size()));
        }
        return new Outcome(
                violations, Map.of("disguised paths", chosen.size(), "disguised paths answered", answered.sum()));
    }

    /** How many different ones there are. */
    Set<String> requests() {
        var lines = new LinkedHashSet<String>();
        for (var hidden : HIDDEN) {
            for (var before : BEFORE) {
                for (var after : AFTER) {
                    lines.add(line("GET", before + hidden + after, ""));
                }
            }
            for (var method : METHODS) {
                lines.add(line(method, hidden, ""));
            }
            for (var written : spellings(hidden)) {
                lines.add(line("GET", written, ""));
            }
            for (var header : NAMES_ANOTHER_PATH) {
                lines.add(line("GET", "/", header + ": " + hidden + "\r\n"));
            }
            lines.add(line(
                    "GET", "http://127.0.0.1:%d%s".formatted(fixture.gateway().getPort(), hidden), ""));
            lines.add(line("GET", "http://management%s".formatted(hidden), ""));
            lines.add(line("GET", "*", "X-Original-URL: " + hidden + "\r\n"));
        }
        return lines;
    }

    private static Set<String> spellings(String path) {
        var spellings = new LinkedHashSet<String>();
        for (int index = 0; index < path.length(); index++) {
            var before = path.substring(0, index);
            var it = path.charAt(index);
            var after = path.substring(index + 1);
            spellings.add(before + "%%%02x".formatted((int) it) + after);
            spellings.add(before + "%%25%02x".formatted((int) it) + after);
            spellings.add(before + Character.toUpperCase(it) + after);
        }
        spellings.add(path.toUpperCase(Locale.ROOT));
        spellings.add(path.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining()));
        spellings.add(path.replace("/", "//"));
        spellings.add(path.replace("/", "/./"));
        spellings.add(path.replace("/", "\\"));
        spellings.add(path.replace("/", "%2f"));
        spellings.add(path.replace("/", "%5c"));
        spellings.add(path.replace("/", "/;/"));
        spellings.add(path.replace("/", "/x/../"));
        return spellings;
    }

    private static String line(String method, String target, String header) {
        return method + " " + target + " HTTP/1.1\r\n" + header;
    }

    private void tryIt(String request, Consumer<String> violated) {
        var address = fixture.gateway();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            var token = fixture.issuer().of(Role.ADMIN, Role.OPERATOR);
            socket.getOutputStream()
                    .write((request
                                    + "Host: %s:%d\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                            .formatted(address.getHost(), address.getPort(), token))
                            .getBytes(ISO_8859_1));
            var answer = new String(new BufferedInputStream(socket.getInputStream()).readNBytes(20_000), ISO_8859_1);
            judge(request, answer, violated);
        } catch (IOException e) {
            // Hanging up is a way of refusing, too.
        }
    }

    private void judge(String request, String answer, Consumer<String> violated) {
        if (answer.isEmpty()) {
            return;
        }
        answered.increment();
        var words = answer.split(" ", 3);
        var status = words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
        if (!CLOSED.contains(status) || SIGNS.stream().anyMatch(answer::contains)) {
            violated.accept("%s was answered %d".formatted(request.strip(), status));
        }
    }
}
