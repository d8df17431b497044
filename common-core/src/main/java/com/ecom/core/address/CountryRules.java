package com.ecom.core.address;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written how in the countries where the shop is at home: {@code contracts/addresses.json}, by which the storefront asks,
 * too. Elsewhere anything goes that {@link Countries} admits.
 */
final class CountryRules {

    private static final Pattern TAX_ID_ELSEWHERE = Pattern.compile("[A-Z0-9]{4,20}");
    private static final JsonNode DOCUMENT = document();
    private static final Map<String, CountryRules> KNOWN = known();
    private static final Set<String> WITHOUT_POSTAL_CODES = DOCUMENT.path("withoutPostalCodes")
            .valueStream()
            .map(JsonNode::asString)
            .collect(toUnmodifiableSet());

    private final @Nullable Notation postalCode;
    private final @Nullable Notation region;
    private final @Nullable Notation taxId;

    private CountryRules(JsonNode rules) {
        this.postalCode = notation(rules, "postalCode");
        this.region = notation(rules, "region");
        this.taxId = notation(rules, "taxId");
    }

    static Map<String, CountryRules> all() {
        return KNOWN;
    }

    /** Where an address may do without one. */
    static Set<String> withoutPostalCodes() {
        return WITHOUT_POSTAL_CODES;
    }

    /** What is wrong with a postal code that somebody has typed. */
    static Optional<Notation> againstPostalCode(String country, String typed) {
        return of(country).map(it -> it.postalCode).filter(it -> !it.matches(upper(typed)));
    }

    /** What a region looks like where none may be missing. */
    static Optional<Notation> regionIn(String country) {
        return of(country).map(it -> it.region);
    }

    /** What is wrong with a tax id that somebody has typed: blanks, dots, hyphens and slashes do not count. */
    static Optional<Notation> againstTaxId(String country, String typed) {
        var plain = upper(typed).replaceAll("[\\s./-]", "");
        return Optional.of(of(country).map(it -> it.taxId).orElse(new Notation(TAX_ID_ELSEWHERE, "12345678")))
                .filter(it -> !it.matches(plain));
    }

    Optional<Notation> postalCode() {
        return Optional.ofNullable(postalCode);
    }

    Optional<Notation> taxId() {
        return Optional.ofNullable(taxId);
    }

    private static Optional<CountryRules> of(String country) {
        return Optional.ofNullable(KNOWN.get(country));
    }

    private static String upper(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    private static @Nullable Notation notation(JsonNode rules, String field) {
        var rule = rules.path(field);
        return rule.isMissingNode()
                ? null
                : new Notation(
                        Pattern.compile(rule.path("pattern").asString()),
                        rule.path("example").asString());
    }

    private static Map<String, CountryRules> known() {
        var rules = new TreeMap<String, CountryRules>();
        DOCUMENT.path("countries").properties().forEach(it -> rules.put(it.getKey(), new CountryRules(it.getValue())));
        return Map.copyOf(rules);
    }

    private static JsonNode document() {
        try (var in = new ClassPathResource("contracts/addresses.json").getInputStream()) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
