package com.ecom.search.elastic;

import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Indexes that a test has to itself. */
public final class OwnIndexes {

    private OwnIndexes() {}

    public static SearchSettings create(ElasticsearchCalls elastic) {
        var settings =
                new SearchSettings("t" + UUID.randomUUID().toString().substring(0, 8) + "-", "USD", Duration.ZERO);
        new CreateIndexes(indexes(elastic), settings, rebuilding(elastic), elastic).afterPropertiesSet();
        return settings;
    }

    public static Indexes indexes(ElasticsearchCalls elastic) {
        return new Indexes(elastic, JsonMapper.shared());
    }

    public static RebuildIndex rebuilding(ElasticsearchCalls elastic) {
        return new RebuildIndex(elastic);
    }

    public static MergeDocuments merging(ElasticsearchCalls elastic) {
        return new MergeDocuments(elastic);
    }
}
