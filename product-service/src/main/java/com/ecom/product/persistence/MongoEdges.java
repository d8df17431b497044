package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.Edges;
import com.ecom.product.model.ProductEvent;
import com.ecom.product.model.ProductsChanged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Each edge is a field of its product's document: who moves it on keeps the events with the same write. */
@Repository
@RequiredArgsConstructor
class MongoEdges implements Edges {

    private final MongoTemplate mongo;
    private final PendingEvents events;
    private final ApplicationEventPublisher changed;

    @Override
    public List<Edge> until(Instant now, int limit) {
        var due = query(where("priceEdgeAt").lte(now))
                .with(Sort.by("priceEdgeAt"))
                .limit(limit);
        due.fields().exclude("pendingEvents", "prices", "changes");
        return mongo.find(due, ProductDocument.class).stream()
                .map(it -> new Edge(it.toProduct(), Objects.requireNonNull(it.priceEdgeAt())))
                .toList();
    }

    @Override
    public void announce(Edge edge, List<ProductEvent> changes, Instant now) {
        var product = edge.product();
        var unannounced = where("id")
                .is(product.id())
                .and("version")
                .is(product.version())
                .and("priceEdgeAt")
                .is(edge.at())
                .and(MongoProducts.LAST_PLACE)
                .exists(false);
        var update = new Update()
                .set("priceEdgeAt", product.nextEdgeAfter(now).orElse(null))
                .push("pendingEvents")
                .each(events.between(product, changes, now).toArray());
        if (mongo.updateFirst(query(unannounced), update, ProductDocument.class).getModifiedCount() > 0) {
            changed.publishEvent(new ProductsChanged(List.of(product.id())));
        }
    }
}
