package com.ecom.search.elastic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Indexes that a test has to itself. */
public final class OwnIndexes {

    private OwnIndexes() {}

    public static SearchSettings create(ElasticsearchCalls elastic) {
        var settings = new SearchSettings("t" + UUID.randomUUID().toString().substring(0, 8) + "-", "USD");
        try {
            new CreateIndexes(elastic, settings, JsonMapper.shared(), new RebuildIndex(elastic)).afterPropertiesSet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    public static MergeDocuments merging(ElasticsearchCalls elastic) {
        return new MergeDocuments(elastic);
    }
}
