package com.ecom.cart.offers;

import static java.util.stream.Collectors.toMap;

import com.ecom.cart.model.Offer;
import com.ecom.cart.model.Offers;
import com.ecom.core.jdbc.Utc;
import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import com.ecom.core.money.TimedPrice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
        return jdbc.sql("""
                        select sku, product_id, name, amount, currency, sale_amount, sale_from, sale_until, now(3) as at,
                            on_sale and (published_from is null or published_from <= now(3))
                                and (published_until is null or published_until > now(3)) as sold
                        from offer where sku in (:skus) order by sold, updated_at
                        """).param("skus", skus).query((row, _) -> offer(row)).list().stream()
                .collect(toMap(Offer::sku, Function.identity(), (_, newer) -> newer));
    }

    /** At the price of now, by the clock of the database. */
    private static Offer offer(ResultSet row) throws SQLException {
        var list = Money.of(row.getLong("amount"), row.getString("currency"));
        var price = new TimedPrice(list, saleIn(row));
        var now = Utc.instant(row, "at");
        return new Offer(
                row.getString("sku"),
                row.getString("product_id"),
                row.getString("name"),
                price.at(now),
                price.listWhileReducedAt(now).orElse(null),
                row.getBoolean("sold"));
    }

    private static @Nullable Sale saleIn(ResultSet row) throws SQLException {
        var until = Utc.instantOrNull(row, "sale_until");
        return until == null ? null : new Sale(row.getLong("sale_amount"), Utc.instant(row, "sale_from"), until);
    }
}
