package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.core.privacy.PersonalData;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.PrivacyContract;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PrivacyIT extends PrivacyContract {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalData personalData;

    @Autowired
    ErasedSubjects erased;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Shop shop;

    PrivacyIT() {
        super("order-service");
    }

    @Override
    protected void keepSomethingOf(UUID person) {
        keepOrder(person, "DELIVERED");
    }

    /** The order stays, with its amounts and lines. */
    @Override
    protected void nothingIsLeftOf(UUID person) {
        var row = jdbc.sql("""
                        select email, cast(ship_to as char) as ship_to, payment_method, total_amount,
                               particulars is null as unsaid, idempotency_key = id as without_key
                        from orders where owner = ?
                        """).param(person.toString()).query().singleRow();
        assertThat(row)
                .containsEntry("ship_to", "{}")
                .containsEntry("total_amount", 2_998L)
                .containsEntry("unsaid", 1L)
                .containsEntry("without_key", 1L);
        assertThat(row.values().toString()).doesNotContain("example.com", "Ada", "pm_card");
    }

    @Test
    void aCopyHasWhatWasSaidAtTheCheckout() {
        var person = UUID.randomUUID();
        keepOrder(person, "SHIPPED");

        assertThat(personalData.of(person)).singleElement().asString().contains("Ada lives upstairs");
    }

    @Test
    void waitsForOrdersThatAreOnTheirWay() {
        var person = UUID.randomUUID();
        keepOrder(person, "SHIPPED");

        assertThat(personalData.erase(person)).isEmpty();
        assertThat(jdbc.sql("select email from orders where owner = ?")
                        .param(person.toString())
                        .query(String.class)
                        .single())
                .contains("example.com");
        jdbc.sql("update orders set state = 'DELIVERED' where owner = ?")
                .param(person.toString())
                .update();
        assertThat(personalData.erase(person))
                .get()
                .extracting(PersonalData.Erasure::anonymised)
                .isEqualTo(1);
    }

    @Test
    void waitsForMoneyThatIsOnItsWayAndForgetsWhyItWentBack() {
        var person = UUID.randomUUID();
        var order = keepOrder(person, "DELIVERED");
        jdbc.sql("""
                insert into refund (order_id, id, amount, currency, state, why)
                values (?, ?, 1499, 'USD', 'REQUESTED', 'Ada did not like it')
                """).params(order, UUID.randomUUID().toString()).update();
        assertThat(personalData.erase(person)).isEmpty();

        jdbc.sql("update refund set state = 'REFUNDED' where order_id = ?")
                .param(order)
                .update();
        assertThat(personalData.erase(person)).isPresent();
        assertThat(jdbc.sql("select why is null from refund where order_id = ?")
                        .param(order)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whyMoneyGoesBackToSomebodyWhoWasForgottenIsNotKept() {
        var person = UUID.randomUUID();
        var order = keepOrder(person, "DELIVERED");
        transaction.executeWithoutResult(_ -> {
            erased.add(person);
            personalData.erase(person);
        });

        shop.as(TestIssuer.bearer(Role.SUPPORT))
                .post()
                .uri("/api/admin/orders/" + order + "/refunds")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"amount":{"amount":1499,"currency":"USD"},"reason":"Ada did not like it"}
                        """)
                .exchange()
                .expectStatus()
                .isAccepted();
        assertThat(jdbc.sql("select why is null from refund where order_id = ?")
                        .param(order)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        nothingIsLeftOf(person);
    }

    private String keepOrder(UUID person, String state) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into orders (id, owner, idempotency_key, request_hash, email, payment_method, total_amount,
                                    currency, ship_to, particulars, state)
                values (?, ?, ?, repeat('0', 64), ?, 'pm_card', 2998, 'USD', '{"recipient": "Ada"}',
                        '{"note": "Ada lives upstairs"}', ?)
                """)
                .params(id, person.toString(), "Ada-" + id, person + "@example.com", state)
                .update();
        jdbc.sql("""
                insert into order_line (order_id, line_no, sku, product_id, name, quantity, unit_amount)
                values (?, 1, 'MUG', 'P', 'Mug', 2, 1499)
                """).param(id).update();
        return id;
    }
}
