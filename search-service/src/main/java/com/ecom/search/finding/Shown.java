package com.ecom.search.finding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Which products earlier pages had. Scores change with every product that comes or goes, so a position among them means another
 * place a moment later; who leaves out what was shown neither repeats nor skips anything.
 */
record Shown(Set<Integer> marks) {

    /** As many as an address of four kilobytes has room for beside the rest of a question. */
    static final int MOST = 400;

    private static final byte KIND = 'S';

    /** Nothing for the first page, and for what is no cursor of ours. */
    static Shown in(@Nullable String cursor) {
        var marks = new LinkedHashSet<Integer>();
        bytesOf(cursor).ifPresent(bytes -> {
            while (bytes.remaining() >= Integer.BYTES) {
                marks.add(bytes.getInt());
            }
        });
        return new Shown(marks);
    }

    boolean contains(String id) {
        return marks.contains(markOf(id));
    }

    int count() {
        return marks.size();
    }

    Optional<String> cursorAfter(List<String> ids) {
        var all = new LinkedHashSet<>(marks);
        ids.stream().map(Shown::markOf).forEach(all::add);
        if (all.size() > MOST) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.allocate(1 + all.size() * Integer.BYTES).put(KIND);
        all.forEach(bytes::putInt);
        return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    private static Optional<ByteBuffer> bytesOf(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            var isOurs = bytes.remaining() % Integer.BYTES == 1
                    && bytes.remaining() <= 1 + MOST * Integer.BYTES
                    && bytes.get() == KIND;
            return isOurs ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int markOf(String id) {
        var checksum = new CRC32C();
        checksum.update(id.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }
}
