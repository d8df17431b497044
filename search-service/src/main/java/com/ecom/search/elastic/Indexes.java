package com.ecom.search.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexState;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which indexes there are, and which of them stands behind an alias. */
@Component
@RequiredArgsConstructor
public class Indexes {

    private final ElasticsearchCalls elastic;
    private final JsonMapper json;

    /** What this version has in {@code products-index.json} and its like. */
    public Layout layout(String alias, String kind) {
        try (var in = new ClassPathResource(kind + "-index.json").getInputStream()) {
            return new Layout(alias, json.readTree(in).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<String> behind(String alias) {
        if (!elastic.call(it -> it.indices().existsAlias(question -> question.name(alias)))
                .value()) {
            return Optional.empty();
        }
        return elastic.call(it -> it.indices().getAlias(question -> question.name(alias))).aliases().keySet().stream()
                .findFirst();
    }

    public boolean exists(String name) {
        return elastic.call(it -> it.indices().exists(question -> question.index(name)))
                .value();
    }

    /** All of one layout. */
    public List<String> of(Layout layout) {
        return elastic
                .call(it -> it.indices()
                        .get(which -> which.index(layout.name() + "*").expandWildcards(ExpandWildcard.All)))
                .indices()
                .keySet()
                .stream()
                .filter(layout::isOf)
                .toList();
    }

    boolean isClosedForWriting(String name) {
        return exists(name)
                && elastic
                        .call(it -> it.indices().getSettings(question -> question.index(name)))
                        .settings()
                        .values()
                        .stream()
                        .anyMatch(Indexes::isClosedForWriting);
    }

    private static boolean isClosedForWriting(IndexState it) {
        var settings = it.settings() == null ? null : it.settings().index();
        return settings != null
                && settings.blocks() != null
                && Boolean.TRUE.equals(settings.blocks().write());
    }

    public void openForWriting(String name) {
        elastic.call(it -> it.indices()
                .putSettings(request ->
                        request.index(name).settings(wanted -> wanted.blocks(blocks -> blocks.write(false)))));
    }

    /** Does nothing if there is one of that name. */
    public void create(String name, Layout layout) {
        create(name, layout, Optional.empty());
    }

    void create(String name, Layout layout, Optional<String> alias) {
        try {
            var request = CreateIndexRequest.of(it -> {
                alias.ifPresent(behind -> it.aliases(behind, known -> known));
                return it.index(name).withJson(new StringReader(layout.body()));
            });
            elastic.call(it -> it.indices().create(request));
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }

    public void delete(String name) {
        elastic.call(it -> it.indices().delete(which -> which.index(name).ignoreUnavailable(true)));
    }
}
