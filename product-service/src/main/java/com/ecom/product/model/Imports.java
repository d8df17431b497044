package com.ecom.product.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Catalogues that are brought in chunk by chunk. A chunk is noted once, when all of it has been dealt with. */
public interface Imports {

    /** False, and no change, if there is already one with its id. */
    boolean start(ProductImport it);

    Optional<ProductImport> find(String importId);

    Optional<Chunk> chunk(String importId, int number);

    /** Notes a chunk, unless a twin was faster. */
    void note(String importId, Chunk chunk);

    Tally tally(String importId);

    /** In the order of their lines, after that position. */
    List<Reject> rejects(String importId, Position after, int limit);

    /**
     * @param rows how many are to come
     * @param requestHash by which a repetition is known
     */
    record ProductImport(String id, String name, int rows, UUID startedBy, Instant startedAt, String requestHash) {}

    /** @param hash by which a repetition is known */
    record Chunk(int number, String hash, int accepted, int unchanged, List<Reject> rejects) {}

    /** @param sku as far as it could be read */
    record Reject(int chunk, int line, @Nullable String sku, List<String> reasons) {}

    record Position(int chunk, int line) {}

    record Tally(int chunks, int accepted, int unchanged, int rejected) {}
}
