package com.ecom.inventory.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.inventory.Shelf;
import com.ecom.test.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class CompareWithLedgerIT {

    @Autowired
    CompareWithLedger compareWithLedger;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noticesStockThatNoMovementExplains() {
        var shelf = new Shelf(jdbc);
        var sku = shelf.with(5);
        compareWithLedger.compare();
        var before = violations();

        jdbc.sql("update stock set available = 6 where sku = :sku")
                .param("sku", sku)
                .update();
        compareWithLedger.compare();
        assertThat(violations()).isEqualTo(before + 1);

        jdbc.sql("update stock set available = 5 where sku = :sku")
                .param("sku", sku)
                .update();
        compareWithLedger.compare();
        assertThat(violations()).isEqualTo(before);
    }

    private double violations() {
        return meters.get("ecom.inventory.invariant.violations").gauge().value();
    }
}
