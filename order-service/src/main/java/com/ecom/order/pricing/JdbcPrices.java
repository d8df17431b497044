package com.ecom.order.pricing;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.money.Money;
import com.ecom.order.model.Prices;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
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
                        select sku, product_id, name, amount, currency, category from price
                        where sku in (:skus) and on_sale order by updated_at
                        """)
                .param("skus", skus)
                .query((row, _) -> new Offer(
                        row.getString("sku"),
                        row.getString("product_id"),
                        row.getString("name"),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("category")))
                .list()
                .stream()
                .collect(toMap(Offer::sku, Function.identity(), (_, newer) -> newer));
    }
}
