package com.ecom.inventory;

import com.ecom.inventory.model.Line;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stock of a test: SKUs of its own, put on the shelf with the movement that explains them. */
public record Shelf(JdbcClient jdbc) {

    public String with(int available) {
        var sku = "T-" + UUID.randomUUID();
        jdbc.sql("insert into stock (sku, bucket, available) values (:sku, 0, :available)")
                .param("sku", sku)
                .param("available", available)
                .update();
        jdbc.sql("insert into stock_movement (sku, delta, reason, ref) values (:sku, :available, 'INITIAL', :ref)")
                .param("sku", sku)
                .param("available", available)
                .param("ref", UUID.randomUUID().toString())
                .update();
        return sku;
    }

    public int available(String sku) {
        return jdbc.sql("select sum(available) from stock where sku = :sku")
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }

    /** What the ledger says there should be. */
    public int explained(String sku) {
        return jdbc.sql("select coalesce(sum(delta), 0) from stock_movement where sku = :sku")
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }

    public String stateOf(UUID order) {
        return jdbc.sql("select state from reservation where order_id = :order")
                .param("order", order.toString())
                .query(String.class)
                .single();
    }

    public static List<Line> one(String sku) {
        return List.of(new Line(sku, 1));
    }
}
