package com.ecom.order.quoting;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has bought nothing yet. */
@Repository
@RequiredArgsConstructor
class Newcomers {

    private final JdbcClient jdbc;

    boolean include(UUID shopper) {
        return jdbc.sql("select not exists (select 1 from orders where owner = :owner and state <> 'CANCELLED')")
                .param("owner", shopper.toString())
                .query(Boolean.class)
                .single();
    }
}
