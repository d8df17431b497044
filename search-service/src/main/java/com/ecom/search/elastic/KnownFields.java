package com.ecom.search.elastic;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What a layout has room for. A strict one refuses documents with anything else, such as what a newer version has added. */
final class KnownFields {

    private KnownFields() {}

    static ObjectNode only(TypeMapping layout, ObjectNode document) {
        return layout.dynamic() == DynamicMapping.Strict ? only(layout.properties(), document) : document;
    }

    private static ObjectNode only(Map<String, Property> known, ObjectNode node) {
        node.retain(known.keySet());
        known.forEach((name, property) -> {
            if (property.isObject() && !property.object().properties().isEmpty()) {
                var parts = property.object().properties();
                var value = node.path(name);
                (value.isArray() ? value.valueStream() : Stream.of(value))
                        .filter(ObjectNode.class::isInstance)
                        .forEach(it -> only(parts, (ObjectNode) it));
            }
        });
        return node;
    }
}
