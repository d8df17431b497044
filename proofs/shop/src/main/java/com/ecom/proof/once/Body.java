package com.ecom.proof.once;

import com.ecom.shop.Shopper;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for. */
final class Body {

    private Body() {}

    static Map<String, Object> of(String sku, int quantity) {
        return Map.of(
                "items",
                List.of(Map.of("sku", sku, "quantity", quantity)),
                "shippingAddress",
                Shopper.ADDRESS,
                "paymentMethod",
                "pm_card_ok");
    }

    static String json(String sku, int quantity) {
        return JsonMapper.shared().writeValueAsString(of(sku, quantity));
    }
}
