package com.ecom.inventory.availability;

import com.ecom.core.outbox.Outbox;
import com.ecom.core.republish.CurrentStates;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockEvent.Changed;
import com.ecom.inventory.model.Stocks;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The level of every SKU, for those who keep a copy. Its rows are locked, so that no newer level is published before. */
@Component
@RequiredArgsConstructor
class CurrentStock implements CurrentStates {

    private final JdbcClient jdbc;
    private final Stocks stocks;
    private final Outbox outbox;

    @Override
    public long count() {
        return jdbc.sql("select count(distinct sku) from stock")
                .query(Long.class)
                .single();
    }

    @Override
    public Published publishAfter(String position, int limit) {
        var skus = jdbc.sql("select distinct sku from stock where sku > :position order by sku limit :limit")
                .param("position", position)
                .param("limit", limit)
                .query(String.class)
                .list();
        if (skus.isEmpty()) {
            return new Published(0, position);
        }
        stocks.lock(skus).stream().map(CurrentStock::asEvent).forEach(outbox::publish);
        return new Published(skus.size(), skus.getLast());
    }

    private static Changed asEvent(Stock it) {
        return new Changed(it.sku(), it.level(), it.available(), it.version());
    }
}
