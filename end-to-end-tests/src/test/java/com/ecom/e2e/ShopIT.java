package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.demo.Demo;
import com.ecom.local.stack.Names;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(OneShop.class)
class ShopIT {

    private static final List<String> SERVICES_WITH_AN_API =
            Names.SERVICES.stream().filter(it -> !it.equals(Names.GATEWAY)).toList();

    private final RunningShop shop;

    ShopIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void aPurchaseGoesThroughEveryServiceAndTheTwoUnhappyEndsGiveEverythingBack() {
        var demo = new Demo(shop.anybody(), shop.admin(), shop.at(Names.MAIL_API), System.out::println);

        assertThat(demo.run().ok()).isTrue();
    }

    @Test
    void importingTheSameCatalogueAgainChangesNothing() throws IOException {
        var again = new CatalogueImport(shop::admin, (_, _, _) -> {}).run(new CatalogueFile(shop.sampleCatalogue()));

        assertThat(again.rejected()).isZero();
        assertThat(again.accepted()).isZero();
        var sku = shop.aSku(1);
        var before = shop.admin()
                .get("/api/admin/inventory/" + sku)
                .path("available")
                .asLong();
        new CatalogueImport(shop::admin, (_, _, _) -> {}).run(new CatalogueFile(shop.sampleCatalogue()));
        assertThat(shop.admin()
                        .get("/api/admin/inventory/" + sku)
                        .path("available")
                        .asLong())
                .isEqualTo(before);
    }

    @Test
    void anOrderThatWasAcceptedWhileInventoryWasDeadIsSoldWhenItComesBack() {
        var shopper = Shopper.signUp(shop.anybody());
        shop.kill("inventory-service");
        var order = shopper.order(List.of(Map.of("sku", shop.aSku(2), "quantity", 1)), "pm_card_ok");
        assertThat(shopper.shop().get("/api/orders/" + order).path("state").asString())
                .isEqualTo("PENDING_STOCK");
        shop.bringBack("inventory-service");

        shopper.orderAt(order, "CONFIRMED");
    }

    @Test
    void aPaymentThatTheBankAsksAboutIsSoldOnceTheCustomerApproves() throws IOException, InterruptedException {
        var shopper = Shopper.signUp(shop.anybody());
        var approved = asked(shopper, 4);
        answerTheBank(approved.path("actionUrl").asString(), "approve");
        shopper.orderAt(approved.path("orderId").asString(), "CONFIRMED");

        var declined = asked(shopper, 5);
        answerTheBank(declined.path("actionUrl").asString(), "decline");
        assertThat(shopper.orderAt(declined.path("orderId").asString(), "CANCELLED")
                        .path("cancelReason")
                        .asString())
                .isEqualTo("PAYMENT_DECLINED");
    }

    @Test
    void moneyOfASoldOrderIsGivenBackInPartsAndNeverMoreOfIt() {
        var shopper = Shopper.signUp(shop.anybody());
        var order = shopper.order(List.of(Map.of("sku", shop.aSku(6), "quantity", 1)), "pm_card_ok");
        var total = shopper.orderAt(order, "CONFIRMED").path("total");
        var refunds = "/api/admin/orders/" + order + "/refunds";
        var one = Map.of("amount", 1, "currency", total.path("currency").asString());

        shop.admin()
                .postOnce(refunds, Map.of("amount", one, "reason", "a scratch"), "one-" + order)
                .good();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shopper.shop()
                                .get("/api/orders/" + order)
                                .path("refunded")
                                .path("amount")
                                .asLong()
                        == 1);
        assertThat(shop.admin()
                        .postOnce(refunds, Map.of("amount", total, "reason", "too much"), "all-" + order)
                        .status())
                .isEqualTo(409);
    }

    /** Through the gateway, which sets headers of its own. */
    @Test
    void whoHasAPageOfTheCatalogueIsToldWhetherItHolds() throws IOException, InterruptedException {
        for (var path : List.of("/api/products?size=1", "/api/search/products?size=1")) {
            var page = conditional(path, "\"none\"");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("public, max-age=1");

            var again = conditional(path, page.headers().firstValue("ETag").orElseThrow());
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    private HttpResponse<String> conditional(String path, String tag) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(shop.addressOf(Names.GATEWAY).resolve(path))
                .header("If-None-Match", tag)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void somebodyElsesOrderLooksLikeAMissingOne() {
        var order =
                Shopper.signUp(shop.anybody()).order(List.of(Map.of("sku", shop.aSku(3), "quantity", 1)), "pm_card_ok");
        var stranger = Shopper.signUp(shop.anybody()).shop();

        assertThat(stranger.look("/api/orders/" + order).status()).isEqualTo(404);
        assertThat(stranger.look("/api/payments/orders/" + order).status()).isEqualTo(404);
    }

    @Test
    void nobodyBecomesStaffBySigningUp() {
        var wish = Map.of("email", "mallory@example.com", "password", "a long enough one", "role", "ADMIN");
        assertThat(shop.anybody().post("/api/auth/signup", wish).status()).isEqualTo(400);
        var shopper = Shopper.signUp(shop.anybody()).shop();
        assertThat(shopper.look("/api/admin/orders").status()).isEqualTo(403);
        assertThat(shopper.postOnce("/api/admin/inventory/adjustments", Map.of("adjustments", List.of()), "k")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everyServiceRefusesWhoeverWalksPastTheGatewayWithoutAToken() {
        for (var service : SERVICES_WITH_AN_API) {
            var answer = shop.at(service).look("/api/definitely-not-there");
            assertThat(answer.status()).as(service).isEqualTo(404);
        }
        assertThat(shop.at("order-service").look("/api/orders").status()).isEqualTo(401);
        assertThat(shop.at("payment-service")
                        .as("forged.token.here")
                        .look("/api/admin/payments/orders/1")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatTheGatewayCannotDoItSaysAsAProblem() {
        for (var answer : List.of(
                shop.anybody().look("/api/nothing"),
                shop.anybody().look("/actuator/env"),
                shop.anybody().look("/api/orders"),
                shop.anybody().as("not-a-token").look("/api/products"))) {
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.body().path("code").asString()).isNotBlank();
            assertThat(answer.body().path("correlationId").asString()).isNotBlank();
        }
    }

    /** An order whose customer has to approve with their bank. */
    private JsonNode asked(Shopper shopper, int product) {
        var order = shopper.order(List.of(Map.of("sku", shop.aSku(product), "quantity", 1)), "pm_card_authenticate");
        return shopper.orderAt(order, "AWAITING_CUSTOMER");
    }

    private static void answerTheBank(String page, String answer) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(page))
                    .POST(BodyPublishers.ofString("answer=" + answer))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }
}
