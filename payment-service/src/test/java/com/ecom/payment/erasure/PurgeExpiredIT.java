package com.ecom.payment.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.test.ServiceTest;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class PurgeExpiredIT {

    @Autowired
    PurgeExpired forgetOld;

    @Autowired
    PaymentPersonalData personalData;

    @Autowired
    ErasedSubjects erased;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String event = "evt_" + UUID.randomUUID();

    @Test
    void whatTheProviderSentIsEmptiedAfterAMonthAndThatItCameIsKnownForAYear() {
        webhook(UUID.randomUUID().toString(), "APPLIED", 29);
        forgetOld.run();
        assertThat(body()).contains("{}");
        age(31);
        forgetOld.run();
        assertThat(body()).contains("");
        age(401);
        forgetOld.run();
        assertThat(body()).isEmpty();
    }

    @Test
    void whatStillWaitsForItsPaymentIsReadableLonger() {
        webhook(UUID.randomUUID().toString(), "ORPHAN", 31);
        forgetOld.run();

        assertThat(body()).contains("{}");
    }

    @Test
    void comparisonsAreKeptForAYear() {
        var young = pass(399);
        var old = pass(401);
        forgetOld.run();

        assertThat(jdbc.sql("select id from reconciliation_pass where id in (?, ?)")
                        .params(young, old)
                        .query(String.class)
                        .list())
                .containsExactly(young);
    }

    @Test
    void whatTheProviderSentOfSomebodyIsShownToThemAndEmptiedWithThem() {
        var customer = UUID.randomUUID();
        var order = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into payment_intent (id, order_id, customer_id, amount, currency, state)
                values (?, ?, ?, 1499, 'USD', 'CAPTURED')
                """)
                .params(UuidCreator.getTimeOrderedEpoch().toString(), order, customer.toString())
                .update();
        webhook(order, "APPLIED", 0);

        assertThat(personalData.of(customer))
                .extracting(it -> it.kind())
                .containsExactly("payment", "message-of-the-payment-provider");
        assertThat(personalData.erase(customer).orElseThrow().anonymised()).isEqualTo(1);
        assertThat(body()).contains("");
    }

    /** A payment may be asked for after its buyer was forgotten, while their order is on its way. */
    @Test
    void byWhatSomebodyPaidIsForgottenOnceNobodyPaysByItAnyMore() {
        var customer = UUID.randomUUID();
        var paid = payment(customer, "CAPTURED");
        var asked = payment(customer, "AUTHORIZING");
        transaction.executeWithoutResult(_ -> {
            erased.add(customer);
            personalData.erase(customer);
        });
        assertThat(methodOf(paid)).isEqualTo("erased");
        assertThat(methodOf(asked)).isEqualTo("pm_of_somebody");

        jdbc.sql("update payment_intent set state = 'AUTHORIZED' where id = ?")
                .param(asked)
                .update();
        forgetOld.run();
        assertThat(methodOf(asked)).isEqualTo("erased");
    }

    private String payment(UUID customer, String state) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        jdbc.sql("""
                insert into payment_intent (id, order_id, customer_id, amount, currency, payment_method, state)
                values (?, ?, ?, 1499, 'USD', 'pm_of_somebody', ?)
                """)
                .params(id, UUID.randomUUID().toString(), customer.toString(), state)
                .update();
        return id;
    }

    private String methodOf(String payment) {
        return jdbc.sql("select payment_method from payment_intent where id = ?")
                .param(payment)
                .query(String.class)
                .single();
    }

    private void webhook(String order, String outcome, int daysAgo) {
        jdbc.sql("""
                insert into webhook_event (provider, event_id, order_id, type, body, outcome)
                values ('simulator', ?, ?, 'payment.captured', '{}', ?)
                """).params(event, order, outcome).update();
        age(daysAgo);
    }

    private void age(int days) {
        jdbc.sql("update webhook_event set received_at = now(3) - interval ? day where event_id = ?")
                .params(days, event)
                .update();
    }

    private Optional<String> body() {
        return jdbc.sql("select body from webhook_event where event_id = ?")
                .param(event)
                .query(String.class)
                .optional();
    }

    private String pass(int daysAgo) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        jdbc.sql("""
                insert into reconciliation_pass (id, kind, compared, differences, healed, ran_at)
                values (?, 'FULL', 1, 1, 0, now(3) - interval ? day)
                """).params(id, daysAgo).update();
        jdbc.sql("""
                insert into reconciliation_difference (pass_id, order_id, kind, ours, theirs, healed)
                values (?, ?, 'STATE', 'ours', 'theirs', false)
                """).params(id, UUID.randomUUID().toString()).update();
        return id;
    }
}
