package com.ecom.inventory.persistence;

import com.ecom.core.outbox.Outbox;
import com.ecom.inventory.model.HotSkus;
import com.ecom.inventory.model.InventoryRefusal.NoSuchSku;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockEvent;
import com.ecom.inventory.model.Stocks;
import com.ecom.inventory.persistence.Buckets.Bucket;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever spreads or gathers a SKU locks all of its stock first, as everyone, and its entry as a hot one after that. */
@Repository
@RequiredArgsConstructor
class JdbcHotSkus implements HotSkus {

    private final Buckets buckets;
    private final HotRows rows;
    private final Stocks stocks;
    private final Waits waits;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    @Override
    public List<Hot> all() {
        return rows.all();
    }

    @Override
    public void heat(String sku, Choice choice) {
        transaction.executeWithoutResult(_ -> {
            var locked = lock(sku);
            if (rows.lock(sku).isEmpty()) {
                buckets.spread(sku, locked);
            }
            rows.add(sku, choice, stockOf(sku).level());
        });
    }

    @Override
    public void cool(String sku) {
        transaction.executeWithoutResult(_ -> {
            var locked = lock(sku);
            rows.lock(sku).ifPresent(it -> {
                buckets.gather(sku, locked);
                rows.remove(sku);
                publish(it);
            });
        });
    }

    @Override
    public void even() {
        buckets.lopsided()
                .forEach(sku -> transaction.executeWithoutResult(_ -> {
                    var locked = lock(sku);
                    if (rows.lock(sku).isPresent()) {
                        buckets.spread(sku, locked);
                    }
                }));
    }

    @Override
    public void announce() {
        if (!rows.isAnyKnown()) {
            return;
        }
        rows.all().stream()
                .filter(it -> stockOf(it.sku()).level() != it.announced())
                .forEach(it -> transaction.executeWithoutResult(_ -> rows.lock(it.sku())
                        .ifPresent(hot -> {
                            rows.announced(hot.sku(), stockOf(hot.sku()).level());
                            publish(hot);
                        })));
    }

    @Override
    public List<String> waitedFor(Duration slowAfter, int least) {
        return waits.longerThan(slowAfter, least);
    }

    @Override
    public List<String> coolAgain() {
        return rows.cooled();
    }

    private void publish(Hot hot) {
        StockEvent.since(hot.announced(), stockOf(hot.sku())).forEach(outbox::publish);
    }

    private List<Bucket> lock(String sku) {
        var locked = buckets.lock(List.of(sku));
        if (locked.isEmpty()) {
            throw new NoSuchSku(List.of(sku));
        }
        return locked;
    }

    private Stock stockOf(String sku) {
        return stocks.of(List.of(sku)).getFirst();
    }
}
