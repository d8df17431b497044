package com.ecom.search.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many networks asked something on one day, up to three, and whether somebody clicked the same before. Of a network there is
 * only a hash, another one for each query, by a key that is nowhere else; key and hashes go with the day and the process.
 */
class DailyMarks {

    /** What fewer have asked on a day is shown to nobody. */
    static final int ENOUGH = 3;

    private static final int QUERIES = 20_000;
    private static final int CLICKS = 50_000;
    private static final String HASH = "HmacSHA256";

    private final Cache<String, Set<Long>> askers =
            Caffeine.newBuilder().maximumSize(QUERIES).build();
    private final Cache<Long, Boolean> clicks =
            Caffeine.newBuilder().maximumSize(CLICKS).build();

    private LocalDate day = LocalDate.EPOCH;
    private SecretKeySpec key = newKey();

    /** @return how many networks asked it today, this one among them; perhaps fewer if there are very many queries */
    synchronized int ask(LocalDate today, String query, String network) {
        begin(today);
        var mark = markOf(query, network);
        return askers.asMap().merge(query, Set.of(mark), DailyMarks::together).size();
    }

    /** @return whether it is the first of this network today */
    synchronized boolean click(LocalDate today, String query, String productId, String network) {
        begin(today);
        return clicks.asMap().putIfAbsent(markOf(query + "\n" + productId, network), true) == null;
    }

    private static Set<Long> together(Set<Long> before, Set<Long> one) {
        return before.size() >= ENOUGH || before.containsAll(one)
                ? before
                : Stream.concat(before.stream(), one.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private void begin(LocalDate today) {
        if (!day.equals(today)) {
            day = today;
            key = newKey();
            askers.invalidateAll();
            clicks.invalidateAll();
        }
    }

    private long markOf(String what, String network) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal((network + "\n" + what).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec newKey() {
        var bytes = new byte[Long.BYTES * 4];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, HASH);
    }
}
