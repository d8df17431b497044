package com.ecom.inventory.auditing;

import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which SKUs were looked at, and which of them were wrong: known to all instances. */
@Repository
@RequiredArgsConstructor
class Looks {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final StockBooks books;

    /**
     * Looks at what has moved since the look before the last one, and at what was wrong then. Movements may be committed
     * in another order than they are numbered; none takes as long as from one look to the next.
     */
    @Transactional
    public void lookAtWhatMoved() {
        var skus = jdbc.sql("""
                select sku from books_wrong
                union
                select distinct sku from stock_movement where id > (select before_last from books_seen)
                """).query(String.class).list();
        jdbc.sql("""
                update books_seen
                set before_last = last, last = (select coalesce(max(id), 0) from stock_movement)
                """).update();
        keep(IntStream.iterate(0, it -> it < skus.size(), it -> it + AT_ONCE)
                .mapToObj(it -> skus.subList(it, Math.min(skus.size(), it + AT_ONCE)))
                .flatMap(it -> books.wrongAmong(it).stream())
                .toList());
    }

    /** Also what moved without leaving a trace. */
    @Transactional
    public void lookAtAll() {
        keep(books.allWrong());
    }

    long wrong() {
        return jdbc.sql("select count(*) from books_wrong").query(Long.class).single();
    }

    private void keep(List<String> wrong) {
        jdbc.sql("delete from books_wrong").update();
        wrong.forEach(it -> jdbc.sql("insert into books_wrong (sku) values (:sku)")
                .param("sku", it)
                .update());
    }
}
