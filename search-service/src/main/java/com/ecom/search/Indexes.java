package com.ecom.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Creates what is absent, before the first request: each index behind an alias, so that another can take its place. */
@Component
@EnableConfigurationProperties(SearchSettings.class)
class Indexes implements InitializingBean {

    private final Elastic elastic;
    private final SearchSettings settings;

    Indexes(Elastic elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        createUnlessThere(settings.products(), "products-index.json");
        createUnlessThere(settings.skus(), "skus-index.json");
        createUnlessThere(settings.deadLetters(), "dead-letters-index.json");
        createUnlessThere(settings.audit(), "audit-index.json");
    }

    private void createUnlessThere(String alias, String layout) throws IOException {
        if (elastic.ask(it -> it.indices().existsAlias(question -> question.name(alias)))
                .value()) {
            return;
        }
        try (var json = new ClassPathResource(layout).getInputStream()) {
            create(alias, json);
        }
    }

    private void create(String alias, InputStream layout) {
        try {
            var request = CreateIndexRequest.of(
                    it -> it.index(alias + "-v1").aliases(alias, name -> name).withJson(layout));
            elastic.ask(it -> it.indices().create(request));
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }
}
