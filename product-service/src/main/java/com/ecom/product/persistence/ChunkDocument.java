package com.ecom.product.persistence;

import com.ecom.product.model.Imports.Chunk;
import com.ecom.product.model.Imports.Reject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("product_import_chunks")
record ChunkDocument(
        String id,
        String importId,
        int number,
        String hash,
        int accepted,
        int unchanged,
        @Nullable Integer kept,
        int rejected,
        List<Reject> rejects) {

    static ChunkDocument of(String importId, Chunk it) {
        return new ChunkDocument(
                idOf(importId, it.number()),
                importId,
                it.number(),
                it.hash(),
                it.accepted(),
                it.unchanged(),
                it.kept(),
                it.rejected(),
                it.reports());
    }

    static String idOf(String importId, int number) {
        return "%s/%d".formatted(importId, number);
    }

    Chunk toChunk() {
        return new Chunk(number, hash, accepted, unchanged, kept == null ? 0 : kept, rejects);
    }
}
