package com.ecom.product.cataloguing;

import com.ecom.product.cataloguing.MergeProducts.Merged;
import com.ecom.product.cataloguing.ReadChunk.Lines;
import com.ecom.product.model.Imports;
import com.ecom.product.model.Imports.Chunk;
import com.ecom.product.model.Imports.Reject;
import com.ecom.product.model.ProductRefusal.ChunkDiffers;
import com.ecom.product.model.ProductRefusal.NoSuchImport;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Imports a chunk once. If it is interrupted it is sent again, and finds the products that were already there unchanged. */
@Component
@RequiredArgsConstructor
class ImportChunk {

    private final Imports imports;
    private final ReadChunk readChunk;
    private final MergeProducts mergeProducts;

    Chunk handle(String importId, int number, byte[] body) {
        var started = imports.find(importId).orElseThrow(() -> new NoSuchImport(importId));
        var hash = hashOf(body);
        var earlier = imports.chunk(importId, number);
        if (earlier.isPresent()) {
            return repeated(earlier.get(), hash);
        }
        var lines = readChunk.handle(number, body);
        var merged = mergeProducts.handle(lines.wanted(), started);
        var reports = reports(number, lines, merged);
        var accepted = merged.changed().size();
        var kept = merged.kept().size();
        var unchanged =
                lines.wanted().size() - accepted - kept - merged.refused().size();
        imports.record(importId, new Chunk(number, hash, accepted, unchanged, kept, reports));
        return repeated(imports.chunk(importId, number).orElseThrow(), hash);
    }

    private static Chunk repeated(Chunk earlier, String hash) {
        if (!earlier.hash().equals(hash)) {
            throw new ChunkDiffers(earlier.number());
        }
        return earlier;
    }

    private static List<Reject> reports(int chunk, Lines lines, Merged merged) {
        var all = new ArrayList<>(lines.rejects());
        lines.wanted().forEach((id, line) -> {
            var reason = merged.kept().contains(id)
                    ? "was changed by staff, and is kept"
                    : merged.refused().get(id);
            if (reason != null) {
                all.add(new Reject(chunk, line.number(), line.sku(), List.of(reason)));
            }
        });
        all.sort(Comparator.comparingInt(Reject::line));
        return all;
    }

    private static String hashOf(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
