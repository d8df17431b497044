package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.shop.Gateway;
import com.ecom.shop.Shopper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * Empties a shelf without paying: one guest from many networks, many accounts from one network of IPv4 and from one of IPv6,
 * all at the same time and with a card that asks its holder first, so that nothing is paid and everything is held. Nobody
 * holds more than they may, the shelf is not empty for somebody else, and what was cancelled is back.
 */
final class Hoarding {

    private static final String TOO_MUCH = "TOO_MUCH_UNPAID";
    private static final int BY_A_GUEST = 50;
    private static final int BY_A_NETWORK = 500;
    /** Of one SKU in one order. */
    private static final int MOST = 100;

    private static final int AT_A_TIME = 10;

    private final Fixture fixture;
    private final URI door;
    private final String sku;
    private final Gateway staff;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Object> figures = new TreeMap<>();

    Hoarding(Fixture fixture, URI door) {
        this.fixture = fixture;
        this.door = door;
        this.sku = Resources.aSku(fixture);
        this.staff = fixture.anybody().as(fixture.issuer().of(Role.ADMIN));
    }

    /** @param tries how many orders more than would be needed to hold all that one may */
    Outcome run(int tries) throws InterruptedException, ExecutionException {
        stock();
        var guest = fixture.issuer().of(UUID.randomUUID(), Role.GUEST);
        var orders = new ArrayList<Placed>();
        IntFunction<Caller> fromEverywhere = n -> new Caller(guest, "198.51.%d.%d".formatted(n % 200, 1 + n / 200));
        orders.addAll(hold("one guest", BY_A_GUEST, AT_A_TIME, tries, fromEverywhere));
        orders.addAll(hold(
                "one network", BY_A_NETWORK, MOST, tries, n -> account("203.0.113.%d".formatted(1 + n % 250))));
        orders.addAll(hold(
                "one network of IPv6", BY_A_NETWORK, MOST, tries, n -> account("2001:db8:77:1::%x".formatted(n + 1))));
        somebodyElseBuys();
        cancel(orders);
        cancel(hold("the same guest, having cancelled", BY_A_GUEST, AT_A_TIME, tries, fromEverywhere));
        return new Outcome(violations, figures);
    }

    /** The cap and not the shelf is to be what ends it. */
    private void stock() {
        var adjustment = Map.of("sku", sku, "delta", 2 * BY_A_NETWORK + 4 * BY_A_GUEST, "reason", "RECEIVED");
        staff.postOnce(
                        "/api/admin/inventory/adjustments",
                        Map.of("adjustments", List.of(adjustment)),
                        UUID.randomUUID().toString())
                .good();
    }

    private List<Placed> hold(String who, int most, int units, int tries, IntFunction<Caller> callers)
            throws InterruptedException, ExecutionException {
        var placed = new ArrayList<Placed>();
        try (var proxy = Guesser.behindTheProxy()) {
            var everybody = new ArrayList<Caller>();
            for (int number = 0; number < most / units + tries; number++) {
                everybody.add(callers.apply(number));
            }
            var answers = proxy.askMany(everybody.size(), n -> order(everybody.get(n), units))
                    .all();
            for (int number = 0; number < answers.size(); number++) {
                var heard = answers.get(number);
                if (heard.status() == 201) {
                    placed.add(new Placed(everybody.get(number).token(), idIn(heard.body())));
                } else if (!heard.code().equals(TOO_MUCH)) {
                    violations.add("%s got %d %s".formatted(who, heard.status(), heard.code()));
                }
            }
        }
        var held = placed.size() * units;
        figures.put("units held by " + who, held);
        if (held != most) {
            violations.add("%s holds %d units and may hold %d".formatted(who, held, most));
        }
        return placed;
    }

    private void somebodyElseBuys() throws InterruptedException, ExecutionException {
        try (var proxy = Guesser.behindTheProxy()) {
            var heard =
                    proxy.askMany(1, _ -> order(account("192.0.2.9"), 1)).all().getFirst();
            if (heard.status() != 201) {
                violations.add("Beside the hoarders somebody else got %d %s".formatted(heard.status(), heard.code()));
                return;
            }
        }
        var available =
                staff.get("/api/admin/inventory/" + sku).path("available").asLong();
        if (available <= 0) {
            violations.add("The hoarders emptied the shelf");
        }
    }

    /** Whoever was let go holds nothing any more, so that the same guest may hold as much again. */
    private void cancel(List<Placed> orders) {
        for (var order : orders) {
            var buyer = fixture.anybody().as(order.token());
            Resources.until(
                    () -> buyer.look("/api/orders/" + order.id()),
                    it -> it.body().path("state").asString("").equals("AWAITING_CUSTOMER"));
            buyer.post("/api/orders/%s/cancel".formatted(order.id()), Map.of()).good();
            Resources.until(
                    () -> buyer.look("/api/orders/" + order.id()),
                    it -> it.body().path("state").asString("").equals("CANCELLED"));
        }
    }

    private Caller account(String address) {
        return new Caller(fixture.issuer().of(UUID.randomUUID(), Role.CUSTOMER), address);
    }

    private HttpRequest.Builder order(Caller caller, int units) {
        return Guesser.post(
                        door.resolve("/api/orders"),
                        Map.of(
                                "items",
                                List.of(Map.of("sku", sku, "quantity", units)),
                                "shippingAddress",
                                Shopper.ADDRESS,
                                "email",
                                "hoarder@example.com",
                                "paymentMethod",
                                "pm_card_authenticate"))
                .header("Authorization", "Bearer " + caller.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Forwarded-For", caller.address());
    }

    private static String idIn(String order) {
        return JsonMapper.shared().readTree(order).path("orderId").asString();
    }

    private record Caller(String token, String address) {}

    private record Placed(String token, String id) {}
}
