package com.ecom.gateway.policy;

import com.ecom.gateway.problems.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Finds the operation of the access policy that a request calls, before the gateway authenticates the caller. */
@Component
@RequiredArgsConstructor
public class FindOperation {

    private static final String VERSION = "X-API-Version";
    private static final Set<String> SUPPORTED = Set.of("1", "v1");

    /**
     * Letters, digits and {@code - . _ ~} need no encoding (RFC 3986, 2.3); a path that encodes them, or that contains
     * bytes that are never UTF-8, is an attempt to evade rules about paths.
     */
    private static final Pattern ENCODED_WITHOUT_NEED = Pattern.compile(
            "%(?:2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE]|[cC][01]|[fF][5-9a-fA-F])");

    private final Operations operations;

    /** @throws Refused if the policy has no such operation, or not with this method */
    public RoutedOperation find(ServerHttpRequest request) {
        if (ENCODED_WITHOUT_NEED.matcher(request.getURI().getRawPath()).find()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "There is only one way to write this path");
        }
        var candidates = operations.at(request.getPath().pathWithinApplication());
        for (var routed : candidates) {
            if (matches(routed.operation().method(), request.getMethod())) {
                return routed;
            }
        }
        throw candidates.isEmpty() ? noSuchRoute() : wrongMethod(candidates);
    }

    /** HEAD is allowed wherever GET is (RFC 9110, 9.3.2). */
    private static boolean matches(HttpMethod allowed, HttpMethod requested) {
        return allowed.equals(requested) || (requested.equals(HttpMethod.HEAD) && allowed.equals(HttpMethod.GET));
    }

    /** @throws Refused if the client asks for a version of the API that does not exist */
    public static void checkVersion(HttpHeaders headers, RoutedOperation routed) {
        if (!isSupported(headers, routed)) {
            throw new Refused(HttpStatus.BAD_REQUEST, "API_VERSION_MISMATCH", "The API has version 1 and no other");
        }
    }

    private static Refused noSuchRoute() {
        return new Refused(HttpStatus.NOT_FOUND, "NO_SUCH_ROUTE", "There is nothing here");
    }

    private static Refused wrongMethod(List<RoutedOperation> candidates) {
        var methods = candidates.stream()
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

    private static boolean isSupported(HttpHeaders headers, RoutedOperation routed) {
        var versions = headers.get(VERSION);
        return versions == null || SUPPORTED.containsAll(versions) || routed.isWebhook();
    }
}
