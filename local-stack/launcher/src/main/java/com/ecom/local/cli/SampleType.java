package com.ecom.local.cli;

import com.ecom.shop.Gateway;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The type of all sample products, so that shoppers of a new shop can narrow what they look for by more than brands. */
final class SampleType {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CODE = "sample-goods";

    private static final String DEFINITION = """
            {"code": "%s", "labels": {"en": "Sample goods", "de": "Musterwaren", "ar": "سلع نموذجية"},
             "attributes": [{"name": "design", "kind": "TEXT", "facet": true,
                             "labels": {"en": "Design", "de": "Ausführung", "ar": "التصميم"}}]}
            """.formatted(CODE);

    private SampleType() {}

    /** Defines it if it is not there, and returns what completes the rows of the file. */
    static UnaryOperator<String> defined(Gateway staff) {
        if (!staff.look("/api/admin/product-types/" + CODE).isGood()) {
            staff.post("/api/admin/product-types", JSON.readTree(DEFINITION)).good();
        }
        return row -> ((ObjectNode) JSON.readTree(row)).put("productType", CODE).toString();
    }
}
