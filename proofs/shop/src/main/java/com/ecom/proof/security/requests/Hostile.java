package com.ecom.proof.security.requests;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Texts that have broken somebody's software; each of them goes into every text that an operation takes. */
public final class Hostile {

    public static final String SCRIPT = "<script>alert(1)</script>";

    /** No text at all: invalid wherever characters are decoded. */
    public static final String HALF_A_CHARACTER = "\ud800";

    public static final List<String> TEXTS = List.of(
            "' or '1'='1",
            "\"; drop table orders --",
            "${jndi:ldap://127.0.0.1:1/x}",
            "{\"$gt\":\"\"}",
            "../../etc/passwd",
            SCRIPT,
            "#{7*7}",
            "%s%n%x",
            "%_\\",
            "a\u0000b",
            "\u202Eevil",
            "e\u0301\u00e9",
            "\uD83D\uDE00".repeat(50),
            "x".repeat(5_000),
            HALF_A_CHARACTER,
            "-1",
            "1e999",
            "null",
            "\r\nSet-Cookie: a=b",
            "*:*",
            "\u0130\u0131\u212a",
            "(".repeat(40) + "a",
            " ",
            "");

    /** Mass assignment: what people have added to bodies elsewhere, and got. */
    public static final Map<String, Object> FIELDS = Map.ofEntries(
            Map.entry("id", UUID.randomUUID().toString()),
            Map.entry("role", "ADMIN"),
            Map.entry("roles", List.of("ADMIN")),
            Map.entry("ownerId", UUID.randomUUID().toString()),
            Map.entry("userId", UUID.randomUUID().toString()),
            Map.entry("customerId", UUID.randomUUID().toString()),
            Map.entry("price", 1),
            Map.entry("unitPrice", Map.of("amount", 1, "currency", "USD")),
            Map.entry("total", Map.of("amount", 0, "currency", "USD")),
            Map.entry("status", "CONFIRMED"),
            Map.entry("state", "CONFIRMED"),
            Map.entry("verified", true),
            Map.entry("emailVerified", true),
            Map.entry("verifiedPurchase", true),
            Map.entry("version", 0),
            Map.entry("createdAt", "2020-01-01T00:00:00Z"),
            Map.entry("__proto__", Map.of("admin", true)),
            Map.entry("class", Map.of("module", Map.of("classLoader", "x"))));

    private Hostile() {}

    /** As a cursor would carry it, so that what is inside is looked at. */
    public static String asCursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
