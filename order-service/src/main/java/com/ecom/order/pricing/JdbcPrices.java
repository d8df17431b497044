package com.ecom.order.pricing;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.jdbc.Utc;
import com.ecom.order.model.Prices;
import com.ecom.order.model.totals.ItemPrice;
import com.ecom.order.model.totals.ItemPrice.Sale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
class JdbcPrices implements Prices {

    private final JdbcClient jdbc;

    /** While a SKU moves from one product to another, the newest that sells it counts. */
    @Override
    public Map<String, Offer> of(Collection<String> skus) {
        return jdbc
                .sql("""
                        select sku, product_id, name, amount, currency, category, sale_amount, sale_from, sale_until,
                            published_until, now(3) as at
                        from price
                        where sku in (:skus) and on_sale
                            and (published_from is null or published_from <= now(3))
                            and (published_until is null or published_until > now(3))
                        order by updated_at
                        """)
                .param("skus", skus)
                .query((row, _) -> new Offer(
                        row.getString("sku"),
                        row.getString("product_id"),
                        row.getString("name"),
                        new ItemPrice(row.getLong("amount"), saleIn(row), List.of()),
                        Currency.getInstance(row.getString("currency")),
                        Utc.instant(row, "at"),
                        Utc.instantOrNull(row, "published_until"),
                        row.getString("category")))
                .list()
                .stream()
                .collect(toMap(Offer::sku, Function.identity(), (_, newer) -> newer));
    }

    private static @Nullable Sale saleIn(ResultSet row) throws SQLException {
        var until = Utc.instantOrNull(row, "sale_until");
        return until == null ? null : new Sale(row.getLong("sale_amount"), Utc.instant(row, "sale_from"), until);
    }
}
