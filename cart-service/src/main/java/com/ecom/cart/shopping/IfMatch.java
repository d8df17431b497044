package com.ecom.cart.shopping;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * The versions that a change may apply to, as {@code If-Match} names them: any of a list, by strong comparison, so that a
 * weak tag never matches (RFC 9110, 13.1.1). What is no tag matches nothing.
 */
record IfMatch(Set<String> versions) {

    /** None if any version will do: no header, or a star, as every caller has a cart. */
    static @Nullable IfMatch of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var tags = ETag.parse(header);
        return tags.stream().anyMatch(ETag::isWildcard)
                ? null
                : new IfMatch(
                        tags.stream().filter(it -> !it.weak()).map(ETag::tag).collect(toUnmodifiableSet()));
    }

    boolean admits(long version) {
        return versions.contains(Long.toString(version));
    }
}
