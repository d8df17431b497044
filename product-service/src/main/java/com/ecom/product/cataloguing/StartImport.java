package com.ecom.product.cataloguing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.product.cataloguing.ImportController.Announcement;
import com.ecom.product.model.Imports;
import com.ecom.product.model.Imports.OnConflict;
import com.ecom.product.model.Imports.ProductImport;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens an import once per key: its id follows from the key, so that a repetition finds it. */
@Component
class StartImport {

    private final Imports imports;
    private final JsonMapper json;
    private final Clock clock;

    StartImport(Imports imports, JsonMapper json, Clock clock) {
        this.imports = imports;
        this.json = json;
        this.clock = clock;
    }

    ProductImport handle(IdempotencyKey key, Announcement announced) {
        var wanted = new ProductImport(
                key.toId().toString(),
                announced.name(),
                announced.rows(),
                Objects.requireNonNullElse(announced.onConflict(), OnConflict.KEEP),
                key.caller(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                key.hashOf(announced, json));
        if (imports.start(wanted)) {
            return wanted;
        }
        var earlier = imports.find(wanted.id()).orElseThrow();
        key.replays(earlier.requestHash(), wanted.requestHash());
        return earlier;
    }
}
