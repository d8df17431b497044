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
    void record(String importId, Chunk chunk);

    Tally tally(String importId);

    /** In the order of their lines, after that position. */
    List<Reject> rejects(String importId, Position after, int limit);

    /**
     * @param rows how many are to come
     * @param requestHash by which a repetition is known
     */
    record ProductImport(
            String id,
            String name,
            int rows,
            OnConflict onConflict,
            UUID startedBy,
            Instant startedAt,
            String requestHash) {}

    /** What becomes of a product that people have changed, archived or taken off sale, if the import has it otherwise. */
    enum OnConflict {
        /** It stays as people decided; the line is reported. */
        KEEP,
        /** It becomes as the import has it. */
        REPLACE,
        /** It stays, and the line counts as rejected. */
        FAIL
    }

    /**
     * @param hash by which a repetition is known
     * @param kept how many products stayed as people decided
     * @param reports the lines that were rejected or whose products were kept, and why
     */
    record Chunk(int number, String hash, int accepted, int unchanged, int kept, List<Reject> reports) {

        public int rejected() {
            return reports.size() - kept;
        }
    }

    /** @param sku as far as it could be read */
    record Reject(int chunk, int line, @Nullable String sku, List<String> reasons) {}

    record Position(int chunk, int line) {}

    record Tally(int chunks, int accepted, int unchanged, int kept, int rejected) {}
}
