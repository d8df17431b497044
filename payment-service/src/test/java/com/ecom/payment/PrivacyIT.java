package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.PrivacyContract;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrivacyIT extends PrivacyContract {

    private static final String WORDS = "{\"holder\": \"Ada Example\"}";

    private final String order = UUID.randomUUID().toString();

    @Autowired
    JdbcClient jdbc;

    PrivacyIT() {
        super("payment-service");
    }

    @Override
    protected void keepSomethingOf(UUID person) {
        jdbc.sql("""
                insert into payment_intent (id, order_id, customer_id, amount, currency, state)
                values (?, ?, ?, 1499, 'USD', 'CAPTURED')
                """)
                .params(UUID.randomUUID().toString(), order, person.toString())
                .update();
        jdbc.sql("""
                insert into webhook_event (provider, event_id, order_id, type, body, outcome)
                values ('simulator', ?, ?, 'payment.captured', ?, 'APPLIED')
                """).params("evt-" + order, order, WORDS).update();
    }

    @Override
    protected void allIsGiven(JsonNode items) {
        assertThat(items.toString())
                .contains(
                        "\"payment\"",
                        "message-of-the-payment-provider",
                        JsonMapper.shared().writeValueAsString(WORDS));
    }

    /** Accounts stay, and have no column for a name or an address: whoever adds one has to think of this. */
    @Override
    protected void nothingIsLeftOf(UUID person) {
        assertThat(jdbc.sql("select body from webhook_event where order_id = ?")
                        .param(order)
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(jdbc.sql("""
                select column_name from information_schema.columns
                where table_schema = database() and table_name = 'payment_intent'
                  and (column_name like '%mail%' or column_name like '%name%' or column_name like '%address%'
                       or column_name like '%phone%')
                """).query(String.class).list()).isEmpty();
    }
}
