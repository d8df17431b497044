package com.ecom.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.review.WriteReview.Words;
import com.ecom.test.PrivacyContract;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PrivacyIT extends PrivacyContract {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Purchases purchases;

    @Autowired
    WriteReview writeReview;

    PrivacyIT() {
        super("review-service");
    }

    @Override
    protected void keepSomethingOf(UUID person) {
        var product = "p" + person;
        purchases.note(new Purchases.OrderDelivered(
                UUID.randomUUID(), person, List.of(new Purchases.OrderDelivered.Line(product))));
        writeReview.write(person, product, new Words(5, "Good", "Very good"));
    }

    @Override
    protected void nothingIsLeftOf(UUID person) {
        for (var sql : List.of(
                "select count(*) from review where author = ?", "select count(*) from purchase where customer = ?")) {
            assertThat(jdbc.sql(sql)
                            .param(person.toString())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
