package com.ecom.inventory.persistence;

import com.ecom.core.lifecycle.IdlePoll;
import com.ecom.inventory.model.HotSkus.Choice;
import com.ecom.inventory.model.HotSkus.Hot;
import com.ecom.inventory.model.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Which SKUs are spread over several buckets. What an instance remembers is up to a second old, ten while no SKU is
 * hot, and only a hint: whoever does not find stock where the hint says looks everywhere.
 */
@Repository
@RequiredArgsConstructor
class HotRows {

    private final JdbcClient jdbc;
    private final IdlePoll poll = new IdlePoll();

    private volatile Set<String> hint = Set.of();

    /** Those of the SKUs that are hot, in the order in which stock is locked. */
    List<String> among(Collection<String> skus) {
        var known = hint;
        return known.isEmpty()
                ? List.of()
                : skus.stream().filter(known::contains).sorted().distinct().toList();
    }

    boolean isAnyKnown() {
        return !hint.isEmpty();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void refreshWhileSomeAreHot() {
        poll.tick(() -> {
            refresh();
            return isAnyKnown();
        });
    }

    void refresh() {
        hint = Set.copyOf(
                jdbc.sql("select sku from hot_sku").query(String.class).list());
    }

    /** By hand stays by hand, however busy it is. */
    void add(String sku, Choice choice, StockLevel announced) {
        jdbc.sql("""
                insert into hot_sku (sku, chosen, announced) values (:sku, :choice, :announced)
                on duplicate key update busy_at = now(3), chosen = if(:choice = 'BY_HAND', 'BY_HAND', chosen)
                """)
                .param("sku", sku)
                .param("choice", choice.name())
                .param("announced", announced.name())
                .update();
        poll.wake();
    }

    void remove(String sku) {
        jdbc.sql("delete from hot_sku where sku = :sku").param("sku", sku).update();
    }

    /** Those that got hot by load, and whose buyers have not had to wait for ten minutes. */
    List<String> cooled() {
        return jdbc.sql("""
                select sku from hot_sku
                where chosen = 'BY_LOAD' and busy_at < now(3) - interval 10 minute order by sku
                """).query(String.class).list();
    }

    List<Hot> all() {
        return jdbc.sql("select sku, chosen, announced from hot_sku order by sku")
                .query(Hot.class)
                .list();
    }

    /** The SKU's entry, which nobody else changes until the transaction ends; none if it is not hot any more. */
    Optional<Hot> lock(String sku) {
        return jdbc.sql("select sku, chosen, announced from hot_sku where sku = :sku for update")
                .param("sku", sku)
                .query(Hot.class)
                .optional();
    }

    void announced(String sku, StockLevel level) {
        jdbc.sql("update hot_sku set announced = :level where sku = :sku")
                .param("level", level.name())
                .param("sku", sku)
                .update();
    }
}
