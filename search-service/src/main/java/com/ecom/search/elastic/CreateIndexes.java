package com.ecom.search.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexState;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the indexes what this version needs, before the first request: each behind an alias and named after its layout. Where
 * another version's layout is in place the index is rebuilt from it, while that one is searched and written by others.
 */
@Component
@EnableConfigurationProperties(SearchSettings.class)
class CreateIndexes implements InitializingBean {

    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;
    private final JsonMapper json;
    private final RebuildIndex rebuild;

    CreateIndexes(ElasticsearchCalls elastic, SearchSettings settings, JsonMapper json, RebuildIndex rebuild) {
        this.elastic = elastic;
        this.settings = settings;
        this.json = json;
        this.rebuild = rebuild;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        prepare(settings.products(), "products-index.json", OlderProducts::completed);
        prepare(settings.skus(), "skus-index.json", UnaryOperator.identity());
        prepare(settings.deadLetters(), "dead-letters-index.json", UnaryOperator.identity());
        prepare(settings.audit(), "audit-index.json", UnaryOperator.identity());
    }

    private void prepare(String alias, String resource, UnaryOperator<ObjectNode> change) throws IOException {
        var layout = layoutIn(resource);
        var name = "%s-%s".formatted(alias, markOf(layout));
        var current = behind(alias);
        if (current.isEmpty()) {
            create(name, layout, Optional.of(alias));
        } else if (!current.get().equals(name)) {
            if (isClosedForWriting(name)) {
                // From before the other version came: what it missed since cannot be told from what it has.
                elastic.call(it -> it.indices().delete(which -> which.index(name)));
            }
            create(name, layout, Optional.empty());
            rebuild.replace(alias, current.get(), name, change);
        } else if (isClosedForWriting(name)) {
            // Another version stopped the writers for the moment in which it took over, and did not come to that.
            elastic.call(it -> it.indices()
                    .putSettings(request ->
                            request.index(name).settings(wanted -> wanted.blocks(blocks -> blocks.write(false)))));
        }
    }

    private String layoutIn(String resource) throws IOException {
        try (var in = new ClassPathResource(resource).getInputStream()) {
            return json.readTree(in).toString();
        }
    }

    /** Short, because it is a part of a name. */
    private static String markOf(String layout) {
        var checksum = new CRC32C();
        checksum.update(layout.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }

    private Optional<String> behind(String alias) {
        if (!elastic.call(it -> it.indices().existsAlias(question -> question.name(alias)))
                .value()) {
            return Optional.empty();
        }
        return elastic.call(it -> it.indices().getAlias(question -> question.name(alias))).aliases().keySet().stream()
                .findFirst();
    }

    private boolean isClosedForWriting(String name) {
        if (!elastic.call(it -> it.indices().exists(question -> question.index(name)))
                .value()) {
            return false;
        }
        return elastic
                .call(it -> it.indices().getSettings(question -> question.index(name)))
                .settings()
                .values()
                .stream()
                .anyMatch(CreateIndexes::isClosedForWriting);
    }

    private static boolean isClosedForWriting(IndexState it) {
        var settings = it.settings() == null ? null : it.settings().index();
        return settings != null
                && settings.blocks() != null
                && Boolean.TRUE.equals(settings.blocks().write());
    }

    private void create(String name, String layout, Optional<String> alias) {
        try {
            var request = CreateIndexRequest.of(it -> {
                alias.ifPresent(behind -> it.aliases(behind, known -> known));
                return it.index(name).withJson(new StringReader(layout));
            });
            elastic.call(it -> it.indices().create(request));
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }
}
