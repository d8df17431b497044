package com.ecom.search.elastic;

import java.util.Optional;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the indexes what this version needs, before the first request: each behind an alias and named after its layout. Where
 * another version's layout is in place the index is rebuilt from it, while that one is searched and written by others.
 */
@Component
@EnableConfigurationProperties(SearchSettings.class)
@RequiredArgsConstructor
class CreateIndexes implements InitializingBean {

    private final Indexes indexes;
    private final SearchSettings settings;
    private final RebuildIndex rebuild;
    private final ElasticsearchCalls elastic;

    @Override
    public void afterPropertiesSet() {
        prepare(settings.reindexes(), "reindexes", UnaryOperator.identity());
        prepare(settings.products(), "products", OlderProducts::completed);
        prepare(settings.skus(), "skus", UnaryOperator.identity());
        prepare(settings.rules(), "rules", UnaryOperator.identity());
        prepare(settings.queries(), "queries", UnaryOperator.identity());
        prepare(settings.deadLetters(), "dead-letters", UnaryOperator.identity());
        prepare(settings.audit(), "audit", UnaryOperator.identity());
    }

    private void prepare(String alias, String kind, UnaryOperator<ObjectNode> change) {
        var layout = indexes.layout(alias, kind);
        var name = layout.name();
        var current = indexes.behind(alias);
        if (current.isEmpty()) {
            indexes.create(name, layout, Optional.of(alias));
        } else if (!layout.isOf(current.get())) {
            if (indexes.isClosedForWriting(name)) {
                // From before the other version came: what it missed since cannot be distinguished from what it has.
                indexes.delete(name);
            }
            indexes.create(name, layout);
            rebuild.replace(Rebuild.whole(alias, current.get(), name), change, Rebuild.Progress.UNSEEN);
        } else if (indexes.isClosedForWriting(current.get()) && !isReindexUnderWay()) {
            // Another version stopped the writers for the moment in which it took over, and did not come to that.
            indexes.openForWriting(current.get());
        }
    }

    /** Whoever carries it out has stopped the writers, and opens the index for them if it fails. */
    private boolean isReindexUnderWay() {
        return elastic.call(it -> it.count(which -> which.index(settings.reindexes())
                                .query(query ->
                                        query.term(term -> term.field("state").value("RUNNING")))))
                        .count()
                > 0;
    }
}
