package com.ecom.search.elastic;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * How the documents of one kind are indexed.
 *
 * @param alias by which they are searched and written
 * @param body settings and mappings as JSON
 */
public record Layout(String alias, String body) {

    /** Of the index in which a new installation begins; others of this layout have a number behind it. */
    public String name() {
        var checksum = new CRC32C();
        checksum.update(body.getBytes(StandardCharsets.UTF_8));
        // Short, because it is a part of a name.
        return "%s-%08x".formatted(alias, checksum.getValue());
    }

    /** Of one more index of this layout. */
    public String name(long number) {
        return "%s-%d".formatted(name(), number);
    }

    public boolean isOf(String index) {
        return Pattern.matches(Pattern.quote(name()) + "(-\\d+)?", index);
    }
}
