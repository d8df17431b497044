package com.ecom.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KnownFieldsTests {

    private static final String PROPERTIES = """
            {"dynamic": "ANY", "properties": {
              "name": {"type": "text", "copy_to": "spelling"},
              "spelling": {"type": "text"},
              "price": {"properties": {"amount": {"type": "long"}}},
              "stock": {"properties": {"sku": {"type": "keyword"}}},
              "variants": {"type": "object", "enabled": false}}}
            """;

    private static final String NEWER = """
            {"name": "Mug", "colour": "red", "price": {"amount": 100, "list": 120},
             "stock": [{"sku": "A", "place": "attic"}, {"sku": "B"}], "variants": [{"options": {"colour": "red"}}]}
            """;

    @Test
    void aStrictLayoutIsGivenWhatItHasRoomFor() {
        assertThat(KnownFields.only(layout("strict"), document(NEWER))).isEqualTo(document("""
                {"name": "Mug", "price": {"amount": 100},
                 "stock": [{"sku": "A"}, {"sku": "B"}], "variants": [{"options": {"colour": "red"}}]}
                """));
    }

    @Test
    void whatIsMissingOrNothingStaysSo() {
        var bare = "{\"name\": null, \"price\": null, \"stock\": []}";

        assertThat(KnownFields.only(layout("strict"), document(bare))).isEqualTo(document(bare));
    }

    @Test
    void anyOtherLayoutIsGivenEverything() {
        assertThat(KnownFields.only(layout("true"), document(NEWER))).isEqualTo(document(NEWER));
    }

    private static TypeMapping layout(String dynamic) {
        return TypeMapping.of(it -> it.withJson(new StringReader(PROPERTIES.replace("ANY", dynamic))));
    }

    private static ObjectNode document(String json) {
        return JsonMapper.shared().readValue(json, ObjectNode.class);
    }
}
