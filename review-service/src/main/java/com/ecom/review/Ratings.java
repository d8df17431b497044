package com.ecom.review;

import com.ecom.core.outbox.Outbox;
import com.ecom.review.ReviewEvent.RatingChanged;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What buyers think of each product, exact at every moment: the sum moves with the reviews it sums up. */
@Repository
@RequiredArgsConstructor
class Ratings {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Review review) {
        adjust(review.productId(), 1, review.rating());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Review review) {
        adjust(review.productId(), -1, -review.rating());
    }

    Summary of(String product) {
        var bars = jdbc.sql("""
                select rating, count(*) as count from review
                where product_id = :product and status = 'APPROVED' group by rating order by rating desc
                """)
                .param("product", product)
                .query((row, _) -> new Bar(row.getInt("rating"), row.getInt("count")))
                .list();
        var count = bars.stream().mapToInt(Bar::count).sum();
        var total = bars.stream().mapToInt(it -> it.rating() * it.count()).sum();
        return new Summary(product, count, average(total, count), bars);
    }

    private void adjust(String product, int count, int total) {
        jdbc.sql("""
                insert into rating (product_id, version, count, total) values (:product, 1, :count, :total) as new
                on duplicate key update
                    version = rating.version + 1, count = rating.count + new.count, total = rating.total + new.total
                """)
                .param("product", product)
                .param("count", count)
                .param("total", total)
                .update();
        publish(product);
    }

    long count() {
        return jdbc.sql("select count(*) from rating").query(Long.class).single();
    }

    /** Rated products in the order of their ids. */
    List<String> productsAfter(String product, int limit) {
        return jdbc.sql("select product_id from rating where product_id > :product order by product_id limit :limit")
                .param("product", product)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** The current rating, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(String product) {
        outbox.publish(jdbc.sql("select version, count, total from rating where product_id = :product for update")
                .param("product", product)
                .query((row, _) -> new RatingChanged(
                        product,
                        row.getLong("version"),
                        row.getInt("count"),
                        average(row.getInt("total"), row.getInt("count"))))
                .single());
    }

    private static double average(int total, int count) {
        return count == 0 ? 0 : Math.round(100.0 * total / count) / 100.0;
    }

    record Summary(String productId, int count, double average, List<Bar> histogram) {}

    record Bar(int rating, int count) {}
}
