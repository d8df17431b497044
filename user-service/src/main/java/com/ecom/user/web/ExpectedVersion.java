package com.ecom.user.web;

import com.ecom.user.model.UserRefusal;
import org.jspecify.annotations.Nullable;

/** The version that a client has read ({@code If-Match}): an update of any other version is refused. */
public record ExpectedVersion(String tag) {

    /** @throws UserRefusal.VersionMissing if the header is absent */
    public static ExpectedVersion ofIfMatch(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new UserRefusal.VersionMissing();
        }
        return new ExpectedVersion(ifMatch.strip());
    }

    public static String tagOf(long version) {
        return "\"%d\"".formatted(version);
    }

    /** @throws UserRefusal.VersionStale if the current version differs */
    public void requireCurrent(long current) {
        if (!tag.equals(tagOf(current))) {
            throw new UserRefusal.VersionStale();
        }
    }
}
