package com.ecom.inventory.availability;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.text.Sku;
import com.ecom.core.web.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a SKU's units came from and went, for staff. */
@RestController
@RequiredArgsConstructor
class MovementsController {

    private final JdbcClient jdbc;

    /** The latest first; none for a SKU that nobody knows. */
    @GetMapping("/api/admin/inventory/{sku}/movements")
    Page<StockMovement> of(
            @PathVariable @Pattern(regexp = Sku.PATTERN) String sku,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") @Nullable String cursor) {
        var movements = jdbc.sql("""
                select m.id, m.delta, m.reason, m.ref, m.at, a.caller
                from stock_movement m left join adjustment a on a.id = m.ref
                where m.sku = :sku and m.id < cast(:before as unsigned)
                order by m.id desc limit :limit
                """)
                .param("sku", sku)
                .param("before", Page.positionOf(cursor).orElse("18446744073709551615"))
                .param("limit", size + 1)
                .query((row, _) -> {
                    var caller = row.getString("caller");
                    return new StockMovement(
                            row.getLong("id"),
                            row.getInt("delta"),
                            row.getString("reason"),
                            UUID.fromString(row.getString("ref")),
                            caller == null ? null : UUID.fromString(caller),
                            Utc.instant(row, "at"));
                })
                .list();
        return Page.of(movements, size, it -> Long.toString(it.id()));
    }

    /**
     * @param ref the order or the adjustment it belongs to
     * @param by who adjusted it; nobody if it was an order
     */
    record StockMovement(
            long id,
            int delta,
            String reason,
            UUID ref,
            @Nullable UUID by,
            Instant at) {}
}
