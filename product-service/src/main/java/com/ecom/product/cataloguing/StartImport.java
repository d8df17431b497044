package com.ecom.product.cataloguing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.text.Characters;
import com.ecom.product.model.Imports;
import com.ecom.product.model.Imports.OnConflict;
import com.ecom.product.model.Imports.ProductImport;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens an import once per key: its id follows from the key, so that a repetition finds it. */
@Component
@RequiredArgsConstructor
class StartImport {

    private final Imports imports;
    private final JsonMapper json;
    private final Clock clock;

    ProductImport handle(IdempotencyKey key, NewImport asked) {
        var wanted = new ProductImport(
                key.toId().toString(),
                asked.name(),
                asked.rows(),
                Objects.requireNonNullElse(asked.onConflict(), OnConflict.KEEP),
                key.caller(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                key.hashOf(asked, json));
        if (imports.start(wanted)) {
            return wanted;
        }
        var earlier = imports.find(wanted.id()).orElseThrow();
        key.replays(earlier.requestHash(), wanted.requestHash());
        return earlier;
    }

    record NewImport(
            @NotBlank @Characters(max = 200) String name,
            @NotNull @Min(1) @Max(10_000_000) Integer rows,
            @Nullable OnConflict onConflict) {}
}
