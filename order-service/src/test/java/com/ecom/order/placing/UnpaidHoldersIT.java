package com.ecom.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class UnpaidHoldersIT {

    @Autowired
    UnpaidUnits unpaidUnits;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoHasNotOrderedForADayIsForgotten() {
        var mark = UUID.randomUUID().toString();
        for (var hours : List.of(23, 25)) {
            jdbc.sql("insert into unpaid_holder (holder, used_at) values (concat(?, '-', ?), now(3) - interval ? hour)")
                    .params(mark, hours, hours)
                    .update();
        }
        unpaidUnits.forgetWhoHasNotOrderedForADay();

        assertThat(jdbc.sql("select holder from unpaid_holder where holder like concat(?, '%')")
                        .param(mark)
                        .query(String.class)
                        .list())
                .containsExactly(mark + "-23");
    }
}
