package com.ecom.user;

import org.jspecify.annotations.Nullable;

/** The version that a client says it has seen ({@code If-Match}), so that nobody overwrites what they did not read. */
record Version(String tag) {

    /** @throws UserRefusal.VersionMissing if the client does not say */
    static Version seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new UserRefusal.VersionMissing();
        }
        return new Version(ifMatch.strip());
    }

    static String tagOf(long version) {
        return "\"%d\"".formatted(version);
    }

    /** @throws UserRefusal.VersionStale if it is another one by now */
    void mustBe(long current) {
        if (!tag.equals(tagOf(current))) {
            throw new UserRefusal.VersionStale();
        }
    }
}
