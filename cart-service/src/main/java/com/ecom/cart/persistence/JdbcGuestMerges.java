package com.ecom.cart.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ecom.cart.model.GuestMerges;
import com.ecom.cart.model.MergedItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept for longer than an order takes to be confirmed; each merge also deletes some of the older rows. */
@Repository
@RequiredArgsConstructor
class JdbcGuestMerges implements GuestMerges {

    private final JdbcClient jdbc;

    @Override
    public void record(UUID guest, UUID account, List<MergedItem> items) {
        jdbc.sql("delete from merged_goods where merged_at < now(3) - interval 7 day order by merged_at limit 200")
                .update();
        for (var item : items) {
            if (item.added() > 0) {
                jdbc.sql("""
                        insert into merged_goods (guest, account, sku, quantity)
                        values (:guest, :account, :sku, :added) as new
                        on duplicate key update quantity = merged_goods.quantity + new.quantity, merged_at = now(3)
                        """)
                        .param("guest", guest.toString())
                        .param("account", account.toString())
                        .param("sku", item.sku())
                        .param("added", item.added())
                        .update();
            }
        }
    }

    @Override
    public Map<UUID, List<Taken>> from(Collection<UUID> guests) {
        return jdbc
                .sql("select guest, account, sku, quantity from merged_goods where guest in (:guests)")
                .param("guests", guests.stream().map(UUID::toString).toList())
                .query((row, _) -> Map.entry(
                        UUID.fromString(row.getString("guest")),
                        new Taken(
                                UUID.fromString(row.getString("account")),
                                row.getString("sku"),
                                row.getInt("quantity"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
