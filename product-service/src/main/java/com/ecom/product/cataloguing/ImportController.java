package com.ecom.product.cataloguing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.web.Page;
import com.ecom.product.cataloguing.StartImport.NewImport;
import com.ecom.product.model.Imports;
import com.ecom.product.model.Imports.Chunk;
import com.ecom.product.model.Imports.OnConflict;
import com.ecom.product.model.Imports.Position;
import com.ecom.product.model.Imports.ProductImport;
import com.ecom.product.model.Imports.Reject;
import com.ecom.product.model.Imports.Tally;
import com.ecom.product.model.ProductRefusal.NoSuchImport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A catalogue is brought in as numbered chunks of lines. Each may be sent again; none takes effect twice. */
@RestController
@RequiredArgsConstructor
class ImportController {

    private final Imports imports;
    private final StartImport startImport;
    private final ImportChunk importChunk;

    /** Begins an import, to which chunks are sent in any order. */
    @PostMapping("/api/admin/product-imports")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Progress> start(IdempotencyKey key, @RequestBody @Valid NewImport asked) {
        var started = startImport.handle(key, asked);
        return ResponseEntity.created(URI.create("/api/admin/product-imports/" + started.id()))
                .body(Progress.of(started, new Tally(0, 0, 0, 0, 0)));
    }

    /** How far an import has come, with what was rejected and why. */
    @GetMapping("/api/admin/product-imports/{importId}")
    Progress progress(@PathVariable String importId) {
        return Progress.of(find(importId), imports.tally(importId));
    }

    /** Imports up to 500 lines; sent again, the same chunk answers the same. */
    @PutMapping(path = "/api/admin/product-imports/{importId}/chunks/{number}", consumes = "application/x-ndjson")
    ChunkResult chunk(
            @PathVariable String importId,
            @PathVariable @Min(1) @Max(1_000_000) int number,
            @RequestBody byte[] lines) {
        return ChunkResult.of(importChunk.handle(importId, number, lines));
    }

    /** The lines that were rejected, and those whose products stayed as people decided, with the reasons. */
    @GetMapping("/api/admin/product-imports/{importId}/rejects")
    Page<Reject> rejects(
            @PathVariable String importId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        find(importId);
        return Page.of(
                imports.rejects(importId, positionOf(cursor), size + 1),
                size,
                it -> "%d:%d".formatted(it.chunk(), it.line()));
    }

    private ProductImport find(String importId) {
        return imports.find(importId).orElseThrow(() -> new NoSuchImport(importId));
    }

    private static Position positionOf(@Nullable String cursor) {
        return Page.positionOf(cursor)
                .filter(it -> it.matches("\\d{1,7}:\\d{1,3}"))
                .map(it -> it.split(":", 2))
                .map(it -> new Position(Integer.parseInt(it[0]), Integer.parseInt(it[1])))
                .orElse(new Position(0, 0));
    }

    record ChunkResult(int accepted, int unchanged, int kept, int rejected) {

        static ChunkResult of(Chunk it) {
            return new ChunkResult(it.accepted(), it.unchanged(), it.kept(), it.rejected());
        }
    }

    record Progress(
            String importId,
            String name,
            int rows,
            int chunks,
            int accepted,
            int unchanged,
            int kept,
            int rejected,
            OnConflict onConflict,
            State state,
            Instant startedAt) {

        static Progress of(ProductImport it, Tally tally) {
            var seen = tally.accepted() + tally.unchanged() + tally.kept() + tally.rejected();
            return new Progress(
                    it.id(),
                    it.name(),
                    it.rows(),
                    tally.chunks(),
                    tally.accepted(),
                    tally.unchanged(),
                    tally.kept(),
                    tally.rejected(),
                    it.onConflict(),
                    seen >= it.rows() ? State.DONE : State.RUNNING,
                    it.startedAt());
        }
    }

    enum State {
        RUNNING,
        DONE
    }
}
