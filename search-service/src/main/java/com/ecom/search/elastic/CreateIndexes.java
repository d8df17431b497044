package com.ecom.search.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates what is absent, before the first request: each index behind an alias, so that another can take its place. An index
 * that an older version made gets the fields that were added since; where more than that changed, the service does not start,
 * as every message would be set aside otherwise.
 */
@Component
@EnableConfigurationProperties(SearchSettings.class)
class CreateIndexes implements InitializingBean {

    private static final int NOT_LIKE_THAT = 400;

    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;
    private final JsonMapper json;

    CreateIndexes(ElasticsearchCalls elastic, SearchSettings settings, JsonMapper json) {
        this.elastic = elastic;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        prepare(settings.products(), "products-index.json");
        prepare(settings.skus(), "skus-index.json");
        prepare(settings.deadLetters(), "dead-letters-index.json");
        prepare(settings.audit(), "audit-index.json");
    }

    /** @throws IllegalStateException if there is an index that cannot become what it should be */
    void prepare(String alias, String layout) throws IOException {
        if (elastic.call(it -> it.indices().existsAlias(question -> question.name(alias)))
                .value()) {
            try (var wanted = new ClassPathResource(layout).getInputStream()) {
                extend(alias, json.readTree(wanted).path("mappings").toString());
            }
        } else {
            try (var wanted = new ClassPathResource(layout).getInputStream()) {
                create(alias, wanted);
            }
        }
    }

    private void extend(String alias, String mappings) {
        try {
            elastic.call(it ->
                    it.indices().putMapping(request -> request.index(alias).withJson(new StringReader(mappings))));
        } catch (ElasticsearchException e) {
            if (e.status() == NOT_LIKE_THAT) {
                throw new IllegalStateException(
                        "The index behind %s is of another make and has to be built anew before this version starts: %s"
                                .formatted(alias, e.error().reason()),
                        e);
            }
            throw e;
        }
    }

    private void create(String alias, InputStream layout) {
        try {
            var request = CreateIndexRequest.of(
                    it -> it.index(alias + "-v1").aliases(alias, name -> name).withJson(layout));
            elastic.call(it -> it.indices().create(request));
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }
}
