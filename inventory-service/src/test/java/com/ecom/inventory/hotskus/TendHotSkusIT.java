package com.ecom.inventory.hotskus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.inventory.Shelf;
import com.ecom.inventory.model.StockChange;
import com.ecom.inventory.model.Stocks;
import com.ecom.test.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@TestPropertySource(properties = {"ecom.stock.hot.slow-after=0ms", "ecom.stock.hot.least=20"})
class TendHotSkusIT {

    @Autowired
    TendHotSkus tend;

    @Autowired
    Stocks stocks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsMuchWantedGetsHotAndOrdinaryAgainWhenNobodyWaitsForItAnyMore() {
        var sku = new Shelf(jdbc).with(100);
        for (int i = 0; i < 20; i++) {
            transaction.executeWithoutResult(
                    _ -> stocks.change(List.of(new StockChange(UUID.randomUUID(), sku, -1, "CORRECTION"))));
        }

        tend.followTheLoad();
        assertThat(buckets(sku)).isEqualTo(16);

        jdbc.sql("update hot_sku set busy_at = now(3) - interval 11 minute where sku = :sku")
                .param("sku", sku)
                .update();
        tend.followTheLoad();
        assertThat(buckets(sku)).isEqualTo(1);
    }

    private int buckets(String sku) {
        return jdbc.sql("select count(*) from stock where sku = :sku")
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }
}
