package com.ecom.inventory.persistence;

import static java.util.Comparator.comparingLong;

import com.ecom.inventory.model.Shortage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows in which stock lies: one per SKU, or several of a hot one. Everyone locks them in the same order, hot SKUs
 * last, each group by SKU and bucket, so that orders do not wait for each other in a circle. Only if one of several hot
 * SKUs runs short may that happen, or in the second in which not everyone knows yet that a SKU is hot; then the
 * database undoes one of the orders, and the inbox tries it again.
 */
@Repository
@RequiredArgsConstructor
class Buckets {

    static final int OF_A_HOT_SKU = 16;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final HotRows hotRows;
    private final Waits waits;

    /** All buckets of these SKUs; nobody else changes them until the transaction ends. */
    List<Bucket> lock(Collection<String> skus) {
        var hot = hotRows.among(skus);
        var others = skus.stream().filter(it -> !hot.contains(it)).toList();
        var locked = new ArrayList<>(lockNow(others));
        locked.addAll(lockNow(hot));
        return locked;
    }

    /**
     * Changes the stock of each SKU by so much: in any one bucket of it that has enough, or else in several together,
     * so that the last units are sold, too.
     *
     * @return what there is too little of; then the caller undoes everything
     */
    List<Shortage> move(SortedMap<String, Long> deltas) {
        var start = System.nanoTime();
        try {
            return moveAll(deltas);
        } finally {
            waits.note(deltas.keySet(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private List<Shortage> moveAll(SortedMap<String, Long> deltas) {
        var hot = hotRows.among(deltas.keySet());
        var others = new TreeMap<>(deltas);
        hot.forEach(others::remove);
        var shortages = moveInFirst(others);
        if (shortages.isEmpty()) {
            hot.forEach(sku -> shortages.addAll(moveInAny(sku, deltas.getOrDefault(sku, 0L))));
        }
        return shortages;
    }

    /** A statement that finds too little does not keep the next one from locking: so all are locked before, in order. */
    private List<Shortage> moveInFirst(SortedMap<String, Long> deltas) {
        if (deltas.size() > 1) {
            lockNow(deltas.keySet());
        }
        var shortages = new ArrayList<Shortage>();
        var done = move(deltas.entrySet().stream()
                .map(it -> new Move(it.getKey(), 0, it.getValue()))
                .toList());
        int index = 0;
        for (var it : deltas.entrySet()) {
            if (done[index++] == 0) {
                shortages.addAll(moveInSeveral(it.getKey(), it.getValue()));
            }
        }
        return shortages;
    }

    private List<Shortage> moveInAny(String sku, long delta) {
        var start = ThreadLocalRandom.current().nextInt(OF_A_HOT_SKU);
        var bucket = freeBucket(sku, delta, start).or(() -> freeBucket(sku, delta, 0));
        if (bucket.isEmpty()) {
            return moveInSeveral(sku, delta);
        }
        move(List.of(new Move(sku, bucket.get(), delta)));
        return List.of();
    }

    /** One that has enough and that nobody else holds; it is locked, those passed over are not. */
    private Optional<Integer> freeBucket(String sku, long delta, int start) {
        return jdbc.sql("""
                select bucket from stock where sku = :sku and bucket >= :start and available >= :needed
                order by bucket limit 1 for update skip locked
                """)
                .param("sku", sku)
                .param("start", start)
                .param("needed", Math.max(0, -delta))
                .query(Integer.class)
                .optional();
    }

    private List<Shortage> moveInSeveral(String sku, long delta) {
        var buckets = lockNow(List.of(sku));
        var available = buckets.stream().mapToLong(Bucket::available).sum();
        if (buckets.isEmpty() || available + delta < 0) {
            return List.of(new Shortage(sku, Math.toIntExact(-delta), available));
        }
        move(shares(sku, buckets, delta));
        return List.of();
    }

    /** What comes goes where there is least; what goes is taken where there is most. */
    private static List<Move> shares(String sku, List<Bucket> buckets, long delta) {
        if (delta >= 0) {
            var least = Collections.min(buckets, comparingLong(Bucket::available));
            return List.of(new Move(sku, least.bucket(), delta));
        }
        var moves = new ArrayList<Move>();
        var missing = -delta;
        for (var it : buckets.stream()
                .sorted(comparingLong(Bucket::available).reversed())
                .toList()) {
            var taken = Math.min(missing, it.available());
            if (taken > 0) {
                moves.add(new Move(sku, it.bucket(), -taken));
                missing -= taken;
            }
        }
        return moves;
    }

    /** The invariant is in the statement: nothing is taken that is not there. */
    private int[] move(List<Move> moves) {
        return moves.isEmpty()
                ? new int[0]
                : batches.batchUpdate(
                        """
                        update stock set available = cast(available as signed) + ?, version = version + 1
                        where sku = ? and bucket = ? and available >= ?
                        """,
                        moves.stream()
                                .map(it -> new Object[] {it.delta(), it.sku(), it.bucket(), Math.max(0, -it.delta())})
                                .toList());
    }

    /** Spreads a SKU evenly over all its buckets; the caller has locked what it has. */
    void spread(String sku, List<Bucket> locked) {
        batches.batchUpdate(
                "insert ignore into stock (sku, bucket, available) values (?, ?, 0)",
                IntStream.range(0, OF_A_HOT_SKU)
                        .mapToObj(it -> new Object[] {sku, it})
                        .toList());
        var total = locked.stream().mapToLong(Bucket::available).sum();
        batches.batchUpdate(
                "update stock set available = ?, version = version + 1 where sku = ? and bucket = ?",
                IntStream.range(0, OF_A_HOT_SKU)
                        .mapToObj(it -> new Object[] {shareOf(it, total), sku, it})
                        .toList());
    }

    private static long shareOf(int bucket, long total) {
        return total / OF_A_HOT_SKU + (bucket < total % OF_A_HOT_SKU ? 1 : 0);
    }

    /** Puts all of it into the first bucket again; the caller has locked what it has. */
    void gather(String sku, List<Bucket> locked) {
        jdbc.sql("delete from stock where sku = :sku and bucket > 0")
                .param("sku", sku)
                .update();
        jdbc.sql("update stock set available = :available, version = :version + 1 where sku = :sku and bucket = 0")
                .param("available", locked.stream().mapToLong(Bucket::available).sum())
                .param("version", locked.stream().mapToLong(Bucket::version).sum())
                .param("sku", sku)
                .update();
    }

    /** Hot SKUs of which one bucket has more than four times as much as another. */
    List<String> lopsided() {
        return jdbc.sql("""
                select sku from stock where sku in (select sku from hot_sku)
                group by sku having sum(available) >= :buckets and max(available) > 4 * greatest(1, min(available))
                order by sku
                """).param("buckets", OF_A_HOT_SKU).query(String.class).list();
    }

    private List<Bucket> lockNow(Collection<String> skus) {
        return skus.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select sku, bucket, available, version from stock where sku in (:skus)
                        order by sku, bucket for update
                        """).param("skus", skus).query(Bucket.class).list();
    }

    record Bucket(String sku, int bucket, long available, long version) {}

    private record Move(String sku, int bucket, long delta) {}
}
