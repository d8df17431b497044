package com.ecom.notification;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which mails are written. */
enum Language {
    EN,
    DE;

    /** The language of a tag such as {@code de-AT}; English if it is not supported. */
    static Language of(@Nullable String tag) {
        var wanted = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        for (var language : values()) {
            if (language.folder().equals(wanted)) {
                return language;
            }
        }
        return EN;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
