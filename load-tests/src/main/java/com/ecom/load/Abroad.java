package com.ecom.load;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A market abroad with shipping, tax and a coupon, where what is bought has been quoted before. */
final class Abroad {

    private static final String MARKET = "/api/admin/markets/bench";

    private Abroad() {}

    static void open(Trial trial) {
        var rules = JsonMapper.shared().readTree("""
                {"currency": "USD", "priceMode": "GROSS", "countries": ["LI"],
                 "taxes": [{"category": "standard", "area": {"country": "LI"}, "ppm": 81000,
                            "from": "2024-01-01T00:00:00Z"}],
                 "zones": [{"id": "abroad", "areas": [{"country": "LI"}]}],
                 "shipping": [{"id": "post", "prices": [{"zone": "abroad", "price": 1290}]},
                              {"id": "courier", "prices": [{"zone": "abroad", "price": 2900}]}],
                 "promotions": [{"id": "bench", "name": "A tenth off", "codes": ["BENCH10"],
                                 "effect": {"type": "PERCENT_OFF_ORDER", "basisPoints": 1000}}]}
                """);
        trial.admin()
                .replace(MARKET, Map.of("rules", rules, "reason", "bench"), 0)
                .good();
    }

    /** The body that orders one unit of the SKU by a quote made for it. */
    static String orderOfOne(Door door, String token, String sku) throws IOException, InterruptedException {
        var wanted = """
                {"items":[{"sku":"%s","quantity":1}],"country":"LI","postalCode":"9490","codes":["BENCH-10"]}
                """.formatted(sku);
        var quote = door.post("/api/quotes", token, wanted, UUID.randomUUID().toString());
        var signed = JsonMapper.shared().readTree(quote.body()).path("quote").asString();
        return """
                {"quote":"%s","paymentMethod":"pm_card_ok",
                "shippingAddress":{"recipient":"Ada Example","line1":"Weg 1","city":"Vaduz","postalCode":"9490","country":"LI"}}
                """.formatted(signed);
    }
}
