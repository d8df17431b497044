package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.PrivacyContract;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PrivacyIT extends PrivacyContract {

    @Autowired
    JdbcClient jdbc;

    PrivacyIT() {
        super("cart-service");
    }

    @Override
    protected void keepSomethingOf(UUID person) {
        jdbc.sql("insert into cart (owner, version, content) values (?, 1, '{\"version\": 1, \"items\": []}')")
                .param(person.toString())
                .update();
        jdbc.sql("insert into merged_goods (guest, account, sku, quantity) values (uuid(), ?, 'MUG', 1)")
                .param(person.toString())
                .update();
    }

    @Override
    protected void nothingIsLeftOf(UUID person) {
        assertThat(jdbc.sql("""
                        select (select count(*) from cart where owner = :person)
                             + (select count(*) from merged_goods where account = :person)
                        """)
                        .param("person", person.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
