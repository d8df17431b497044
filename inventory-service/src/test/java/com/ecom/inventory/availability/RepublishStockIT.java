package com.ecom.inventory.availability;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.inventory.Shelf;
import com.ecom.test.RepublishContract;
import com.ecom.test.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

class RepublishStockIT extends RepublishContract {

    @Autowired
    private JdbcClient jdbc;

    RepublishStockIT() {
        super("stock", "stock.events", "stock.changed.v1");
    }

    @Override
    protected String make() {
        var sku = new Shelf(jdbc).with(0);
        var received = Map.of("sku", sku, "delta", 30, "reason", "RECEIVED");
        shop.as(TestIssuer.bearer(Role.CATALOG))
                .post()
                .uri("/api/admin/inventory/adjustments")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("adjustments", List.of(received)))
                .exchange()
                .expectStatus()
                .isOk();
        return sku;
    }
}
