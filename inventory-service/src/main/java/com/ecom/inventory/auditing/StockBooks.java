package com.ecom.inventory.auditing;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shelf, ledger and promises, one beside the other. */
@Repository
@RequiredArgsConstructor
class StockBooks {

    private static final String BOOKS = """
            select s.sku, s.available, coalesce(m.explained, 0) as explained,
                   coalesce(r.promised, 0) as promised, coalesce(m.taken, 0) as taken
            from (select sku, sum(available) as available from stock where sku %1$s group by sku) s
            left join (select sku, sum(delta) as explained,
                              -sum(if(reason in ('RESERVED', 'REACQUIRED', 'RELEASED', 'EXPIRED', 'RECONCILED'), delta, 0))
                              as taken
                       from stock_movement where sku %1$s group by sku) m on m.sku = s.sku
            left join (select l.sku, sum(l.quantity) as promised
                       from reservation_line l join reservation r on r.order_id = l.order_id
                       where r.state in ('HELD', 'COMMITTED') and l.sku %1$s group by l.sku) r on r.sku = s.sku
            """;
    private static final String ALL = BOOKS.formatted("is not null");
    private static final String ONE = BOOKS.formatted("= :sku");
    private static final String SOME = BOOKS.formatted("in (:skus)");
    private static final String DISAGREE = "having (available <> explained or promised <> taken)";

    private final JdbcClient jdbc;

    /** In the order of the SKUs. One statement sees one moment, whatever moves meanwhile. */
    List<Difference> differences(String after, int limit) {
        return jdbc.sql(ALL + DISAGREE + " and s.sku > :after order by s.sku limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(Difference.class)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from (" + ALL + DISAGREE + ") differences")
                .query(Long.class)
                .single();
    }

    Optional<Difference> differenceOf(String sku) {
        return jdbc.sql(ONE + DISAGREE)
                .param("sku", sku)
                .query(Difference.class)
                .optional();
    }

    List<String> allWrong() {
        return jdbc.sql("select sku from (" + ALL + DISAGREE + ") differences")
                .query(String.class)
                .list();
    }

    /** Those of these SKUs whose books do not agree. */
    List<String> wrongAmong(List<String> skus) {
        return skus.isEmpty()
                ? List.of()
                : jdbc.sql("select sku from (" + SOME + DISAGREE + ") differences")
                        .param("skus", skus)
                        .query(String.class)
                        .list();
    }

    /** Makes the shelf say what it should, with a movement for whatever orders took too much or too little. */
    void correct(Difference it) {
        if (it.taken() != it.promised()) {
            jdbc.sql("insert into stock_movement (sku, delta, reason, ref) values (:sku, :delta, 'RECONCILED', :ref)")
                    .param("sku", it.sku())
                    .param("delta", it.taken() - it.promised())
                    .param("ref", UuidCreator.getTimeOrderedEpoch().toString())
                    .update();
        }
        jdbc.sql("update stock set available = 0, version = version + 1 where sku = :sku and bucket > 0")
                .param("sku", it.sku())
                .update();
        jdbc.sql("update stock set available = :right, version = version + 1 where sku = :sku and bucket = 0")
                .param("right", it.right())
                .param("sku", it.sku())
                .update();
    }
}
