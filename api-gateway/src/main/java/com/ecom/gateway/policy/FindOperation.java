package com.ecom.gateway.policy;

import com.ecom.gateway.problems.Refused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Lets in what the access policy names, in a version that we speak, before anybody is asked who they are. */
@Component
public class FindOperation {

    private static final String VERSION = "X-API-Version";
    private static final Set<String> SPOKEN = Set.of("1", "v1");

    /**
     * Letters, digits and {@code - . _ ~} need no encoding (RFC 3986, 2.3); whoever encodes them, or writes bytes that
     * are never UTF-8, hides something.
     */
    private static final Pattern ENCODED_WITHOUT_NEED = Pattern.compile(
            "%(?:2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE]|[cC][01]|[fF][5-9a-fA-F])");

    private final Operations operations;

    FindOperation(Operations operations) {
        this.operations = operations;
    }

    /** The operation that is asked for. */
    public RoutedOperation find(ServerHttpRequest request) {
        if (ENCODED_WITHOUT_NEED.matcher(request.getURI().getRawPath()).find()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "There is only one way to write this path");
        }
        var here = operations.at(request.getPath().pathWithinApplication());
        for (var routed : here) {
            if (takes(routed.operation().method(), request.getMethod())) {
                return routed;
            }
        }
        throw here.isEmpty() ? nothingThere() : wrongMethod(here);
    }

    /** Whoever may have an answer may have its headers only (RFC 9110, 9.3.2). */
    private static boolean takes(HttpMethod named, HttpMethod asked) {
        return named.equals(asked) || (asked.equals(HttpMethod.HEAD) && named.equals(HttpMethod.GET));
    }

    /** Speaks only versions that we know. */
    public static void checkVersion(HttpHeaders headers, RoutedOperation routed) {
        if (!isSpoken(headers, routed)) {
            throw new Refused(HttpStatus.BAD_REQUEST, "API_VERSION_MISMATCH", "The API has version 1 and no other");
        }
    }

    private static Refused nothingThere() {
        return new Refused(HttpStatus.NOT_FOUND, "NO_SUCH_ROUTE", "There is nothing here");
    }

    private static Refused wrongMethod(List<RoutedOperation> here) {
        var methods = here.stream()
                .map(it -> it.operation().method().name())
                .flatMap(it -> it.equals("GET") ? Stream.of(it, "HEAD") : Stream.of(it))
                .distinct()
                .collect(Collectors.joining(","));
        return new Refused(
                HttpStatus.METHOD_NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                "This cannot be done with that method",
                Map.of(HttpHeaders.ALLOW, methods));
    }

    private static boolean isSpoken(HttpHeaders headers, RoutedOperation routed) {
        var versions = headers.get(VERSION);
        return versions == null || SPOKEN.containsAll(versions) || routed.isWebhook();
    }
}
