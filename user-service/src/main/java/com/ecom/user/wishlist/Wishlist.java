package com.ecom.user.wishlist;

import com.ecom.core.jdbc.Utc;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wishlists of all customers, each product once. */
@Repository
@RequiredArgsConstructor
public class Wishlist {

    private final JdbcClient jdbc;

    /** The newest first. */
    public List<WishlistItem> of(UUID owner) {
        return jdbc.sql("""
                select product_id, added_at from wishlist_item
                where customer_id = :owner order by added_at desc, product_id
                """)
                .param("owner", owner.toString())
                .query((row, _) -> new WishlistItem(row.getString("product_id"), Utc.instant(row, "added_at")))
                .list();
    }

    int sizeOf(UUID owner) {
        return jdbc.sql("select count(*) from wishlist_item where customer_id = :owner")
                .param("owner", owner.toString())
                .query(Integer.class)
                .single();
    }

    /** Adding it again changes nothing. */
    void add(UUID owner, String product) {
        jdbc.sql("insert ignore into wishlist_item (customer_id, product_id) values (:owner, :product)")
                .param("owner", owner.toString())
                .param("product", product)
                .update();
    }

    void remove(UUID owner, String product) {
        jdbc.sql("delete from wishlist_item where customer_id = :owner and product_id = :product")
                .param("owner", owner.toString())
                .param("product", product)
                .update();
    }

    public record WishlistItem(String productId, Instant addedAt) {}
}
