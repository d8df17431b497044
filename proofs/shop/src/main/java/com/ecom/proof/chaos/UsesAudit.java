package com.ecom.proof.chaos;

import java.sql.SQLException;
import java.util.List;

/** I15: a use of a limited promotion is what its order is, there are never too many, and a quoted order costs what it says. */
final class UsesAudit {

    private final Books books;
    private final int most;
    private final List<String> violations;

    private UsesAudit(Books books, int most, List<String> violations) {
        this.books = books;
        this.most = most;
        this.violations = violations;
    }

    /**
     * Adds what is wrong to the violations.
     *
     * @param most so many uses there are
     * @return what became of them
     */
    static String run(Books books, int most, List<String> violations) throws SQLException {
        var audit = new UsesAudit(books, most, violations);
        audit.look();
        return "%d of %d bought with, %d given back".formatted(audit.count("COMMITTED"), most, audit.count("RELEASED"));
    }

    private void look() throws SQLException {
        for (var row : books.ask("""
                select u.counter, u.order_id, u.state, o.state from ecom_order.promotion_use u
                join ecom_order.orders o on o.id = u.order_id
                where u.state <> case o.state when 'CANCELLED' then 'RELEASED' when 'CONFIRMED' then 'COMMITTED'
                                 when 'SHIPPED' then 'COMMITTED' when 'DELIVERED' then 'COMMITTED' else 'RESERVED' end
                """)) {
            violations.add("I15 the use of %s by order %s is %s, and the order %s"
                    .formatted(row.get(0), row.get(1), row.get(2), row.get(3)));
        }
        for (var row : books.ask("""
                select c.counter, c.used, count(u.order_id) as uses from ecom_order.use_count c
                left join ecom_order.promotion_use u on u.counter = c.counter and u.state in ('RESERVED', 'COMMITTED')
                group by c.counter, c.used having c.used <> uses or c.used > ?
                """, Integer.toString(most))) {
            violations.add("I15 %s was used %s times of %d, and counted are %s"
                    .formatted(row.get(0), row.get(2), most, row.get(1)));
        }
        for (var row : books.ask("""
                select o.id, o.total_amount from ecom_order.orders o
                where o.limited <> exists (select 1 from ecom_order.promotion_use u where u.order_id = o.id)
                   or (o.bill is not null and o.total_amount <> json_extract(o.bill, '$.bill.total'))
                """)) {
            violations.add("I15 order %s for %s is not what was quoted".formatted(row.get(0), row.get(1)));
        }
        if (count("COMMITTED") == 0) {
            violations.add("I15 nobody bought with a coupon");
        }
    }

    private long count(String state) throws SQLException {
        return books.count("select count(*) from ecom_order.promotion_use where state = ?", state);
    }
}
