package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.shop.Gateway.Answer;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** A market of its own, where prices are net, so that every part of a quote differs from every other. */
record QuoteMarket(Fixture fixture) {

    static final String COUNTRY = "MC";
    private static final String ADDRESS = "/api/admin/markets/tampering";

    /** @param quote asks for a quote to {@link #COUNTRY}, which order-service gives as soon as it knows the market */
    void open(Supplier<Answer> quote) {
        var rules = JsonMapper.shared().readTree("""
                {"currency": "USD", "priceMode": "NET", "countries": ["MC"],
                 "taxes": [{"category": "standard", "area": {"country": "MC"}, "ppm": 200000,
                            "from": "2024-01-01T00:00:00Z"}],
                 "zones": [{"id": "near", "areas": [{"country": "MC"}]}],
                 "shipping": [{"id": "post", "prices": [{"zone": "near", "price": 500}]},
                              {"id": "courier", "prices": [{"zone": "near", "price": 2500}]}]}
                """);
        var staff = fixture.anybody().as(fixture.issuer().of(Role.ADMIN));
        var known = staff.look(ADDRESS);
        staff.replace(
                        ADDRESS,
                        Map.of("rules", rules, "reason", "to be tampered with"),
                        known.isGood() ? known.body().path("version").asLong() : 0)
                .good();
        Resources.until(quote, it -> it.body().has("market"));
    }
}
