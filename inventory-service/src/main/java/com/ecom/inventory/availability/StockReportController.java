package com.ecom.inventory.availability;

import com.ecom.core.text.Sku;
import com.ecom.inventory.model.InventoryRefusal.NoSuchSku;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The exact numbers, for staff. */
@RestController
class StockReportController {

    private final JdbcClient jdbc;

    StockReportController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A SKU on the shelf and held by orders, as staff see it. */
    @GetMapping("/api/admin/inventory/{sku}")
    StockReport of(@PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        return jdbc.sql("""
                select s.sku, s.available,
                       coalesce(sum(if(r.state = 'HELD', l.quantity, 0)), 0) as held,
                       coalesce(sum(if(r.state = 'COMMITTED', l.quantity, 0)), 0) as committed
                from (select sku, sum(available) as available from stock where sku = :sku group by sku) s
                left join reservation_line l on l.sku = s.sku
                left join reservation r on r.order_id = l.order_id
                group by s.sku, s.available
                """)
                .param("sku", sku)
                .query(StockReport.class)
                .optional()
                .orElseThrow(() -> new NoSuchSku(List.of(sku)));
    }

    record StockReport(String sku, long available, long held, long committed) {}
}
