package com.ecom.cart.offers;

import static java.util.stream.Collectors.toMap;

import com.ecom.cart.model.Offer;
import com.ecom.cart.model.Offers;
import com.ecom.core.money.Money;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
class JdbcOffers implements Offers {

    private final JdbcClient jdbc;

    /** While a SKU moves from one product to another, the newest that sells it counts. */
    @Override
    public Map<String, Offer> of(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select sku, product_id, name, amount, currency, on_sale from offer
                        where sku in (:skus) order by on_sale, updated_at
                        """)
                .param("skus", skus)
                .query((row, _) -> new Offer(
                        row.getString("sku"),
                        row.getString("product_id"),
                        row.getString("name"),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getBoolean("on_sale")))
                .list()
                .stream()
                .collect(toMap(Offer::sku, Function.identity(), (_, newer) -> newer));
    }
}
