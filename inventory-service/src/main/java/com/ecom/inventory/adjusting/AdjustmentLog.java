package com.ecom.inventory.adjusting;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who moved stock by hand, and when; the ledger's movements refer to it. */
@Repository
@RequiredArgsConstructor
class AdjustmentLog {

    private final JdbcClient jdbc;

    void note(UUID id, UUID caller) {
        jdbc.sql("insert into adjustment (id, caller) values (:id, :caller)")
                .param("id", id.toString())
                .param("caller", caller.toString())
                .update();
    }
}
