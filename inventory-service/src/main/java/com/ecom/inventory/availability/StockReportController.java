package com.ecom.inventory.availability;

import com.ecom.core.text.Sku;
import com.ecom.inventory.model.InventoryRefusal.NoSuchSku;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The exact numbers, for staff. */
@RestController
@RequiredArgsConstructor
class StockReportController {

    private final JdbcClient jdbc;

    /** A SKU on the shelf and held by orders, as staff see it. */
    @GetMapping("/api/admin/inventory/{sku}")
    StockReport of(@PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        // Begins with what is held now, which is little, and not with all that was ever sold of it.
        return jdbc.sql("""
                select s.sku, sum(s.available) as available,
                       (select coalesce(sum(l.quantity), 0)
                        from reservation r straight_join reservation_line l on l.order_id = r.order_id and l.sku = :sku
                        where r.state = 'HELD') as held
                from stock s where s.sku = :sku group by s.sku
                """)
                .param("sku", sku)
                .query(StockReport.class)
                .optional()
                .orElseThrow(() -> new NoSuchSku(List.of(sku)));
    }

    /** @param held for orders that are not paid yet */
    record StockReport(String sku, long available, long held) {}
}
