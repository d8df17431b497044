package com.ecom.inventory.persistence;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.Outbox;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockChange;
import com.ecom.inventory.model.StockChanged;
import com.ecom.inventory.model.StockLevel;
import com.ecom.inventory.model.Stocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invariant is in the statement: nothing is taken that is not there. */
@Repository
@EnableConfigurationProperties(StockSettings.class)
class JdbcStocks implements Stocks {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Outbox outbox;
    private final StockSettings settings;

    JdbcStocks(JdbcClient jdbc, JdbcOperations batches, Outbox outbox, StockSettings settings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.outbox = outbox;
        this.settings = settings;
    }

    @Override
    public List<Stock> of(Collection<String> skus) {
        return select("""
                select sku, sum(available) as available, sum(version) as version from stock where sku in (:skus)
                group by sku order by sku
                """, skus);
    }

    @Override
    public List<Stock> lock(Collection<String> skus) {
        return select("""
                select sku, available, version from stock where sku in (:skus) and bucket = 0
                order by sku, bucket for update
                """, skus);
    }

    /** Stock rows come last, because everyone wants the same ones: they are locked for as short as possible. */
    @Override
    public List<Shortage> change(List<StockChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        book(changes);
        FaultPoint.pass("stock-booked-before-moving");
        var deltas = new TreeMap<String, Long>();
        changes.forEach(it -> deltas.merge(it.sku(), (long) it.delta(), Long::sum));
        var shortages = carryOut(deltas);
        if (shortages.isEmpty()) {
            announce(deltas);
        }
        return shortages;
    }

    private void book(List<StockChange> changes) {
        batches.batchUpdate(
                "insert into stock_movement (sku, delta, reason, ref) values (?, ?, ?, ?)",
                changes.stream()
                        .map(it -> new Object[] {
                            it.sku(), it.delta(), it.reason(), it.ref().toString()
                        })
                        .toList());
    }

    /** In the order of the SKUs, like everyone. */
    private List<Shortage> carryOut(SortedMap<String, Long> deltas) {
        var done = batches.batchUpdate(
                """
                update stock set available = cast(available as signed) + ?, version = version + 1
                where sku = ? and bucket = 0 and available >= ?
                """,
                deltas.entrySet().stream()
                        .map(it -> new Object[] {it.getValue(), it.getKey(), Math.max(0, -it.getValue())})
                        .toList());
        var shortages = new ArrayList<Shortage>();
        int index = 0;
        for (var it : deltas.entrySet()) {
            if (done[index++] == 0) {
                shortages.add(shortageOf(it.getKey(), -it.getValue()));
            }
        }
        return shortages;
    }

    private Shortage shortageOf(String sku, long requested) {
        var available = of(List.of(sku)).stream().mapToLong(Stock::available).sum();
        return new Shortage(sku, Math.toIntExact(requested), available);
    }

    private void announce(Map<String, Long> deltas) {
        for (var now : of(deltas.keySet())) {
            var before = now.available() - deltas.getOrDefault(now.sku(), 0L);
            if (levelOf(before) != now.level()) {
                outbox.publish(new StockChanged(now.sku(), now.level(), now.available(), now.version()));
            }
        }
    }

    private List<Stock> select(String sql, Collection<String> skus) {
        return jdbc.sql(sql)
                .param("skus", skus)
                .query((row, _) -> {
                    var available = row.getLong("available");
                    return new Stock(row.getString("sku"), available, levelOf(available), row.getLong("version"));
                })
                .list();
    }

    private StockLevel levelOf(long available) {
        return StockLevel.of(available, settings.low());
    }
}
