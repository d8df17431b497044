package com.ecom.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and where the next part begins.
 *
 * @param nextCursor to be sent back as {@code cursor}; absent on the last page, opaque to clients
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public static final int MAX_SIZE = 100;

    /**
     * Cuts a page from a list that was read with one item more than the page holds.
     *
     * @param position what the query continues after, read from the last item of the page
     */
    public static <T> Page<T> of(List<T> oneMore, int size, Function<T, String> position) {
        if (oneMore.size() <= size) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, size);
        var cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(position.apply(items.getLast()).getBytes(UTF_8));
        return new Page<>(List.copyOf(items), cursor);
    }

    /**
     * The position behind a cursor, in printable ASCII as ids, SKUs and numbers are; empty for the first page or for something
     * that is no cursor of ours. Databases compare such columns with nothing else, and fail on it.
     */
    public static Optional<String> positionOf(@Nullable String cursor) {
        return textOf(cursor).filter(it -> it.chars().allMatch(Page::isPrintableAscii));
    }

    /** The same for lists in the order of words, whose positions may be any text. */
    public static Optional<String> textOf(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            // Strictly, unlike a String's constructor: what is no text is no position, and no database has to see it.
            return Optional.of(UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPrintableAscii(int character) {
        return character >= ' ' && character <= '~';
    }
}
