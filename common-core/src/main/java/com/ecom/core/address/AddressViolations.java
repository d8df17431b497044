package com.ecom.core.address;

import static java.util.function.Predicate.not;

import jakarta.validation.ConstraintValidatorContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with an address, field by field. */
final class AddressViolations {

    private static final String MISSING = "must not be blank in this country";

    private AddressViolations() {}

    /** @param complete whether anything may be missing no longer */
    static boolean none(@Nullable PostalAddress address, boolean complete, ConstraintValidatorContext context) {
        var country = address == null ? null : address.country();
        if (address == null || country == null) {
            return true;
        }
        var found = in(address, country, complete);
        found.forEach((field, message) -> FieldViolation.add(context, field, message));
        return found.isEmpty();
    }

    private static Map<String, String> in(PostalAddress address, String country, boolean complete) {
        var found = new LinkedHashMap<String, String>();
        var code = written(address.postalCode());
        if (code.isEmpty() && complete && Countries.havePostalCodes(country)) {
            found.put("postalCode", MISSING);
        }
        code.flatMap(it -> CountryRules.againstPostalCode(country, it))
                .ifPresent(it -> found.put("postalCode", FieldViolation.notLike(it)));
        CountryRules.regionIn(country).ifPresent(it -> {
            var region = written(address.region());
            if (region.isEmpty() && complete) {
                found.put(address.regionField(), MISSING);
            } else if (region.filter(not(it::matches)).isPresent()) {
                found.put(address.regionField(), FieldViolation.notLike(it));
            }
        });
        return found;
    }

    private static Optional<String> written(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(not(String::isEmpty));
    }
}
