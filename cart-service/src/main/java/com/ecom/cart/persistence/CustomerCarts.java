package com.ecom.cart.persistence;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.CartRefusal;
import com.ecom.cart.model.Carts;
import com.ecom.core.privacy.ErasedSubjects;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carts of people with an account stay until they are emptied. */
@Repository("customerCarts")
class CustomerCarts implements Carts {

    private final JdbcClient jdbc;
    private final CartDocument document;
    private final ErasedSubjects erased;
    private final TransactionTemplate transaction;

    CustomerCarts(
            JdbcClient jdbc, CartDocument document, ErasedSubjects erased, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.document = document;
        this.erased = erased;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Cart of(UUID owner) {
        return jdbc.sql("select content from cart where owner = :owner")
                .param("owner", owner.toString())
                .query((row, _) -> document.read(row.getString("content")))
                .optional()
                .orElseGet(Cart::empty);
    }

    @Override
    public Map<UUID, Cart> of(Collection<UUID> owners) {
        var found = new HashMap<UUID, Cart>();
        jdbc.sql("select owner, content from cart where owner in (:owners)")
                .param("owners", owners.stream().map(UUID::toString).toList())
                .query(row -> {
                    found.put(UUID.fromString(row.getString("owner")), document.read(row.getString("content")));
                });
        return found;
    }

    /** @throws CartRefusal.AccountErased if they were erased, and only their token is left */
    @Override
    public boolean replace(UUID owner, Cart next) {
        if (next.version() == 0) {
            return Boolean.TRUE.equals(transaction.execute(_ -> begin(owner, next)));
        }
        return written("""
                update cart set version = version + 1, content = :content, next_event = 'CHANGED'
                where owner = :owner and version = :version
                """, owner, next);
    }

    private boolean begin(UUID owner, Cart first) {
        if (erased.contain(owner)) {
            throw new CartRefusal.AccountErased();
        }
        return written("""
                insert ignore into cart (owner, version, content, next_event)
                values (:owner, :version + 1, :content, 'CHANGED')
                """, owner, first);
    }

    private boolean written(String sql, UUID owner, Cart next) {
        return jdbc.sql(sql)
                        .param("owner", owner.toString())
                        .param("version", next.version())
                        .param("content", document.next(next))
                        .update()
                == 1;
    }
}
