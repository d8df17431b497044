package com.ecom.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedSchema;

/** What answers no longer have. To openapi-diff that is compatible unless a field was said to be required, and few are. */
final class LostFields {

    private final Set<ChangedSchema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> lost = new ArrayList<>();

    private LostFields() {}

    /** Their names, with those of what they were in. */
    static List<String> of(ChangedOperation operation) {
        var fields = new LostFields();
        if (operation.getApiResponses() != null) {
            operation.getApiResponses().getChanged().values().stream()
                    .filter(it -> it.getContent() != null)
                    .flatMap(it -> it.getContent().getChanged().values().stream())
                    .forEach(it -> fields.visit(it.getSchema(), ""));
        }
        return fields.lost;
    }

    private void visit(@Nullable ChangedSchema schema, String path) {
        if (schema == null || !seen.add(schema)) {
            return;
        }
        schema.getMissingProperties().keySet().forEach(it -> lost.add(path + it));
        schema.getChangedProperties().forEach((name, it) -> visit(it, path + name + "."));
        visit(schema.getItems(), path);
        visit(schema.getAddProp(), path);
        if (schema.getOneOfSchema() != null) {
            schema.getOneOfSchema().getChanged().values().forEach(it -> visit(it, path));
        }
    }
}
