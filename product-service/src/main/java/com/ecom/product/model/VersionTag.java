package com.ecom.product.model;

import com.ecom.product.model.ProductRefusal.VersionMissing;
import org.jspecify.annotations.Nullable;

/** The version of something as its ETag names it (RFC 9110, 8.8.3). */
public final class VersionTag {

    public static final String PATTERN = "\"\\d{1,18}\"";

    private VersionTag() {}

    public static String of(long version) {
        return "\"%d\"".formatted(version);
    }

    /**
     * @param ifMatch as {@link #PATTERN} demands
     * @throws VersionMissing if there is none
     */
    public static long versionIn(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new VersionMissing();
        }
        return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
    }
}
