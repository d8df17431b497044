package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.shop.Gateway;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A market abroad with shipping, tax and too few coupons, where every second order goes. */
final class Coupons {

    /** For so many orders there is one coupon. */
    private static final int ORDERS_FOR_ONE = 8;

    static final String CODE = "FEW-10";

    private static final String MARKET = "abroad";
    private static final Set<String> GONE = Set.of("CODE_NOT_USABLE", "TOO_MANY_CODES");
    private static final Set<String> OVER = Set.of("PROMOTION_USED_UP", "QUOTE_EXPIRED");

    private Coupons() {}

    /** How many there are where so many orders are placed. */
    static int forOrders(int orders) {
        return Math.max(1, orders / ORDERS_FOR_ONE);
    }

    /** @param most how often the code may be used */
    static void openMarket(LocalShop shop, int most) {
        var rules = JsonMapper.shared().readTree("""
                {"currency": "USD", "priceMode": "GROSS", "countries": ["LI"],
                 "taxes": [{"category": "standard", "area": {"country": "LI"}, "ppm": 81000,
                            "from": "2024-01-01T00:00:00Z"}],
                 "zones": [{"id": "abroad", "areas": [{"country": "LI"}]}],
                 "shipping": [{"id": "post", "prices": [{"zone": "abroad", "price": 1290}]}],
                 "promotions": [{"id": "few", "name": "A tenth off, for few", "codes": ["FEW10"], "maxUses": %d,
                                 "effect": {"type": "PERCENT_OFF_ORDER", "basisPoints": 1000}}]}
                """.formatted(most));
        Gateway.at(shop.gateway().toString())
                .loggedIn(shop.adminEmail(), shop.adminPassword())
                .replace("/api/admin/markets/" + MARKET, Map.of("rules", rules, "reason", "chaos"), 0)
                .good();
    }

    static boolean concern(PlannedOrder plan) {
        return plan.number() % 2 == 0;
    }

    static String quote(PlannedOrder plan, boolean withCoupon) {
        return """
                {"items":[{"sku":"%s","quantity":%d}],"country":"LI","postalCode":"9490","codes":[%s]}
                """.formatted(plan.sku(), plan.quantity(), withCoupon ? "\"" + CODE + "\"" : "");
    }

    static String order(String quote, String card) {
        return """
                {"quote":"%s","paymentMethod":"%s","shippingAddress":{"recipient":"Ada Example","line1":"Weg 1",
                "city":"Vaduz","postalCode":"9490","country":"LI"}}
                """.formatted(JsonMapper.shared().readTree(quote).path("quote").asString(), card);
    }

    /** The coupons are gone, or were asked for too often, so that it has to go without. */
    static boolean isRefused(@Nullable HttpResponse<String> quote) {
        return quote != null && quote.statusCode() / 100 == 4 && GONE.contains(codeIn(quote));
    }

    /** Nothing was ordered by this quote, and nothing will be. */
    static boolean isOver(@Nullable HttpResponse<String> order) {
        return order != null && order.statusCode() == 409 && OVER.contains(codeIn(order));
    }

    private static String codeIn(HttpResponse<String> problem) {
        return JsonMapper.shared().readTree(problem.body()).path("code").asString("");
    }
}
