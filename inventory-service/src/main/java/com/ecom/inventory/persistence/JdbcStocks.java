package com.ecom.inventory.persistence;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.outbox.Outbox;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockChange;
import com.ecom.inventory.model.StockChanged;
import com.ecom.inventory.model.StockLevel;
import com.ecom.inventory.model.Stocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invariant is in the statement: nothing is taken that is not there. */
@Repository
@EnableConfigurationProperties(StockSettings.class)
class JdbcStocks implements Stocks {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final StockSettings settings;

    JdbcStocks(JdbcClient jdbc, Outbox outbox, StockSettings settings) {
        this.jdbc = jdbc;
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
    public List<Shortage> change(UUID ref, List<StockChange> changes) {
        var inLockOrder =
                changes.stream().sorted(Comparator.comparing(StockChange::sku)).toList();
        inLockOrder.forEach(it -> book(ref, it));
        var shortages = new ArrayList<Shortage>();
        for (var change : inLockOrder) {
            if (!carryOut(change)) {
                shortages.add(shortageOf(change));
            }
        }
        if (shortages.isEmpty()) {
            announce(inLockOrder);
        }
        return shortages;
    }

    private void book(UUID ref, StockChange change) {
        jdbc.sql("insert into stock_movement (sku, delta, reason, ref) values (:sku, :delta, :reason, :ref)")
                .param("sku", change.sku())
                .param("delta", change.delta())
                .param("reason", change.reason())
                .param("ref", ref.toString())
                .update();
    }

    private boolean carryOut(StockChange change) {
        return jdbc.sql("""
                        update stock set available = cast(available as signed) + :delta, version = version + 1
                        where sku = :sku and bucket = 0 and available >= :needed
                        """)
                        .param("delta", change.delta())
                        .param("sku", change.sku())
                        .param("needed", Math.max(0, -change.delta()))
                        .update()
                == 1;
    }

    private Shortage shortageOf(StockChange change) {
        var available =
                of(List.of(change.sku())).stream().mapToLong(Stock::available).sum();
        return new Shortage(change.sku(), -change.delta(), available);
    }

    private void announce(List<StockChange> changes) {
        var deltas = changes.stream().collect(toMap(StockChange::sku, StockChange::delta));
        for (var now : of(deltas.keySet())) {
            var before = now.available() - deltas.getOrDefault(now.sku(), 0);
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
