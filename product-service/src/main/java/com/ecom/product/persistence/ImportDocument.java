package com.ecom.product.persistence;

import com.ecom.product.model.Imports.OnConflict;
import com.ecom.product.model.Imports.ProductImport;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("product_imports")
record ImportDocument(
        String id,
        String name,
        int rows,
        @Nullable OnConflict onConflict,
        String startedBy,
        Instant startedAt,
        String requestHash) {

    static ImportDocument of(ProductImport it) {
        return new ImportDocument(
                it.id(),
                it.name(),
                it.rows(),
                it.onConflict(),
                it.startedBy().toString(),
                it.startedAt(),
                it.requestHash());
    }

    ProductImport toImport() {
        return new ProductImport(
                id,
                name,
                rows,
                onConflict == null ? OnConflict.KEEP : onConflict,
                UUID.fromString(startedBy),
                startedAt,
                requestHash);
    }
}
