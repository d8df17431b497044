package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.Imports;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** One document per import, one per chunk that has been dealt with. */
@Repository
@RequiredArgsConstructor
class MongoImports implements Imports {

    private final MongoTemplate mongo;

    @Override
    public boolean start(ProductImport it) {
        try {
            mongo.insert(ImportDocument.of(it));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public Optional<ProductImport> find(String importId) {
        return Optional.ofNullable(mongo.findById(importId, ImportDocument.class))
                .map(ImportDocument::toImport);
    }

    @Override
    public Optional<Chunk> chunk(String importId, int number) {
        return Optional.ofNullable(mongo.findById(ChunkDocument.idOf(importId, number), ChunkDocument.class))
                .map(ChunkDocument::toChunk);
    }

    @Override
    public void record(String importId, Chunk chunk) {
        try {
            mongo.insert(ChunkDocument.of(importId, chunk));
        } catch (DuplicateKeyException e) {
            // A twin noted it; what it did to the products is the same.
            return;
        }
    }

    @Override
    public Tally tally(String importId) {
        var sums = newAggregation(
                match(where("importId").is(importId)),
                group("importId")
                        .count()
                        .as("chunks")
                        .sum("accepted")
                        .as("accepted")
                        .sum("unchanged")
                        .as("unchanged")
                        .sum("kept")
                        .as("kept")
                        .sum("rejected")
                        .as("rejected"));
        var found = mongo.aggregate(sums, ChunkDocument.class, Tally.class).getUniqueMappedResult();
        return found == null ? new Tally(0, 0, 0, 0, 0) : found;
    }

    /** A chunk has few lines, so whole chunks are read until there are enough. */
    @Override
    public List<Reject> rejects(String importId, Position after, int limit) {
        var withRejects = query(where("importId")
                        .is(importId)
                        .and("number")
                        .gte(after.chunk())
                        .and("rejects.0")
                        .exists(true))
                .with(Sort.by("number"))
                .limit(limit + 1);
        return mongo.find(withRejects, ChunkDocument.class).stream()
                .flatMap(it -> it.rejects().stream())
                .filter(it -> it.chunk() > after.chunk() || it.line() > after.line())
                .limit(limit)
                .toList();
    }
}
