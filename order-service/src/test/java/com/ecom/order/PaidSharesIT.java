package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Three cups for 30.00 with 5.00 off, a tea for 8.99, and 4.90 for shipping: money goes back as it was paid. */
class PaidSharesIT extends RefundScenario {

    @BeforeEach
    void anOrderIsSoldAtADiscount() {
        jdbc.sql("""
                insert into orders (id, owner, idempotency_key, request_hash, email, payment_method, total_amount,
                    currency, ship_to, shipping_amount, shipping_tax, state)
                values (?, ?, ?, ?, 'ada@example.com', 'pm_card_ok', 3889, 'EUR', '{}', 490, 78, 'CONFIRMED')
                """)
                .params(order, UUID.randomUUID().toString(), order, "0".repeat(64))
                .update();
        jdbc.sql("""
                insert into order_line (order_id, line_no, sku, product_id, name, quantity, unit_amount, paid_amount,
                    tax_amount)
                values (?, 0, 'CUP', 'p1', 'Cup', 3, 1000, 2500, 399), (?, 1, 'TEA', 'p2', 'Tea', 1, 899, null, 0)
                """).params(order, order).update();
    }

    @Test
    void aUnitOfADiscountedLineGoesBackAtTheShareThatWasPaid() {
        assertThat(amountOf(refund("{'lines':[{'sku':'CUP','quantity':1}],'reason':'chipped'}")))
                .isEqualTo(833);
        assertThat(amountOf(refund("{'lines':[{'sku':'CUP','quantity':1}],'reason':'chipped'}")))
                .isEqualTo(833);
        assertThat(amountOf(refund("{'lines':[{'sku':'CUP','quantity':1}],'reason':'chipped'}")))
                .isEqualTo(834);
        assertThat(codeOf(refund("{'lines':[{'sku':'CUP','quantity':1}],'reason':'chipped'}"), 422))
                .isEqualTo("NOT_THAT_MANY_SOLD");
        assertThat(taxesOfCups()).containsExactlyInAnyOrder(132L, 133L, 134L);
    }

    @Test
    void aWithdrawnOrderGoesBackWithItsShippingAndThenNothingIsLeft() {
        var all =
                "{'lines':[{'sku':'CUP','quantity':3},{'sku':'TEA','quantity':1}],'shipping':'ALL','reason':'withdrawn'}";

        assertThat(amountOf(refund(all))).isEqualTo(3_889);
        assertThat(codeOf(refund("{'amount':{'amount':1,'currency':'EUR'},'reason':'sorry'}"), 409))
                .isEqualTo("MORE_THAN_IS_LEFT");
    }

    @Test
    void theListSaysOfWhatEachRefundIs() {
        assertThat(amountOf(refund("{'amount':{'amount':1000,'currency':'EUR'},'reason':'late'}")))
                .isEqualTo(1_000);

        var parts = listed().path(0).path("parts");
        assertThat(parts.path("lines").path(0).path("amount").path("amount").asLong())
                .isEqualTo(643);
        assertThat(parts.path("lines").path(1).path("amount").path("amount").asLong())
                .isEqualTo(231);
        assertThat(parts.path("shipping").path("amount").asLong()).isEqualTo(126);
        assertThat(parts.path("tax").path("amount").asLong()).isEqualTo(122);
    }

    @Test
    void aPreviewSaysTheSameAndGivesNothing() {
        var one = "{'lines':[{'sku':'CUP','quantity':1}],'shipping':'PROPORTIONATE'}";
        var preview = body(post("/refund-preview", one).expectStatus().isOk());

        assertThat(preview.path("amount").path("amount").asLong()).isEqualTo(833 + 120);
        assertThat(preview.path("left").path("amount").asLong()).isEqualTo(3_889);
        assertThat(preview.path("parts").path("shippingTax").path("amount").asLong())
                .isEqualTo(19);
        assertThat(listed()).isEmpty();
        assertThat(amountOf(refund(one.replace("}]", "}],'reason':'chipped'"))))
                .isEqualTo(preview.path("amount").path("amount").asLong());
    }

    @Test
    void whatFailedMayGoBackAgain() {
        var all = "{'lines':[{'sku':'CUP','quantity':3}],'reason':'withdrawn'}";
        failed(body(refund(all).expectStatus().isAccepted()).path("refundId").asString());
        await().until(() -> listed().path(0).path("state").asString().equals("FAILED"));

        assertThat(amountOf(refund(all))).isEqualTo(2_500);
    }

    /** Once by its units, and the rest of it by what is left. */
    @Test
    void anEarlierRefundThatDoesNotSayOfWhatItWasCountsByItsUnits() {
        jdbc.sql("""
                insert into refund (order_id, id, amount, currency, state, lines_back)
                values (?, ?, 833, 'EUR', 'REFUNDED', '[{"sku": "CUP", "quantity": 1}]')
                """).params(order, UUID.randomUUID().toString()).update();
        jdbc.sql("update orders set refunds = 1 where id = ?").param(order).update();

        assertThat(codeOf(refund("{'lines':[{'sku':'CUP','quantity':3}],'reason':'chipped'}"), 422))
                .isEqualTo("NOT_THAT_MANY_SOLD");
        assertThat(amountOf(refund("{'lines':[{'sku':'CUP','quantity':2}],'reason':'chipped'}")))
                .isEqualTo(1_667);
    }

    @Test
    void unitsAskedForAtTheSameMomentGoBackOnceEach() throws Exception {
        var wanted = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 24; i++) {
            wanted.add(() -> refund("{'lines':[{'sku':'CUP','quantity':1}],'reason':'chipped'}")
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value());
        }
        var granted = 0;
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (var answer : pool.invokeAll(wanted)) {
                granted += answer.get() == 202 ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(3);
        assertThat(jdbc.sql("select sum(amount) from refund where order_id = ?")
                        .param(order)
                        .query(Long.class)
                        .single())
                .isEqualTo(2_500);
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() {
        for (var nonsense : List.of(
                "{'amount':{'amount':5,'currency':'EUR'},'shipping':'ALL','reason':'late'}",
                "{'lines':[{'sku':'CUP','quantity':1}],'shipping':'SOME','reason':'late'}",
                "{'lines':[{'sku':'CUP','quantity':-1}],'reason':'late'}")) {
            refund(nonsense).expectStatus().isBadRequest();
        }
        post("/refund-preview", "{}").expectStatus().isBadRequest();
        assertThat(listed()).isEmpty();
    }

    private List<Long> taxesOfCups() {
        return listed().valueStream()
                .map(it -> it.path("parts")
                        .path("lines")
                        .path(0)
                        .path("tax")
                        .path("amount")
                        .asLong())
                .toList();
    }

    private ResponseSpec refund(String wanted) {
        return post("/refunds", wanted);
    }

    private ResponseSpec post(String path, String wanted) {
        return post(path, UUID.randomUUID().toString(), wanted.replace('\'', '"'));
    }

    private void failed(String refund) {
        failed(refund, Map.of("amount", 2_500, "currency", "EUR"));
    }

    private static long amountOf(ResponseSpec answer) {
        return body(answer.expectStatus().isAccepted())
                .path("amount")
                .path("amount")
                .asLong();
    }
}
