package com.ecom.inventory.persistence;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.outbox.Outbox;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockChange;
import com.ecom.inventory.model.StockEvent;
import com.ecom.inventory.model.StockLevel;
import com.ecom.inventory.model.Stocks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger, and the shelf behind it. */
@Repository
@EnableConfigurationProperties(StockSettings.class)
@RequiredArgsConstructor
class JdbcStocks implements Stocks {

    private final JdbcClient jdbc;
    private final Buckets buckets;
    private final Outbox outbox;
    private final StockSettings settings;

    @Override
    public List<Stock> of(Collection<String> skus) {
        return select("""
                select sku, sum(available) as available, sum(version) as version from stock where sku in (:skus)
                group by sku order by sku
                """, skus);
    }

    @Override
    public List<Stock> lock(Collection<String> skus) {
        var locked = new TreeMap<String, Stock>();
        buckets.lock(skus)
                .forEach(it -> locked.merge(
                        it.sku(),
                        stock(it.sku(), it.available(), it.version()),
                        (one, other) ->
                                stock(it.sku(), one.available() + other.available(), one.version() + other.version())));
        return List.copyOf(locked.values());
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
        var shortages = buckets.move(deltas);
        if (shortages.isEmpty()) {
            announce(deltas);
        }
        return shortages;
    }

    private void book(List<StockChange> changes) {
        BulkSql.in(
                        jdbc,
                        "insert into stock_movement (sku, delta, reason, ref) values %s",
                        "(?, ?, ?, ?)",
                        changes.stream()
                                .map(it -> new Object[] {
                                    it.sku(), it.delta(), it.reason(), it.ref().toString()
                                })
                                .toList())
                .update();
    }

    /** Of a hot SKU nobody sees all buckets while others change them: those are announced by the clock. */
    @Override
    public void announce(Map<String, Long> deltas) {
        var alone = select("""
                select sku, sum(available) as available, sum(version) as version from stock
                where sku in (:skus) and sku not in (select sku from hot_sku)
                group by sku order by sku
                """, deltas.keySet());
        for (var now : alone) {
            var before = now.available() - deltas.getOrDefault(now.sku(), 0L);
            StockEvent.since(levelOf(before), now).forEach(outbox::publish);
        }
    }

    private List<Stock> select(String sql, Collection<String> skus) {
        return jdbc.sql(sql)
                .param("skus", skus)
                .query((row, _) -> stock(row.getString("sku"), row.getLong("available"), row.getLong("version")))
                .list();
    }

    private Stock stock(String sku, long available, long version) {
        return new Stock(sku, available, levelOf(available), version);
    }

    private StockLevel levelOf(long available) {
        return StockLevel.of(available, settings.low());
    }
}
