package com.ecom.product.persistence;

import com.ecom.product.model.HistoryEntry;
import com.ecom.product.model.Product.Change;
import com.ecom.product.model.ProductWords;
import java.util.List;
import org.springframework.data.mongodb.core.query.Update;

/** A change as one write: of the product, with its events and its entry in the history. */
final class ProductUpdate {

    private ProductUpdate() {}

    /** Field by field, because the rating and the events that wait belong to others. */
    static Update of(Change change, List<PendingEvent> events) {
        var product = change.product();
        var content = product.content();
        return new Update()
                .set("version", product.version())
                .set("slug", content.slug())
                .set("formerSlugs", product.formerSlugs())
                .set("name", content.name())
                .set("nameKey", ProductWords.key(content.name()))
                .set("words", ProductWords.of(content.name(), content.brand()))
                .set("description", content.description())
                .set("brand", content.brand())
                .set("category", content.category())
                .set("active", content.active())
                .set("published", content.published())
                .set("archived", product.archived())
                .set("editedByStaff", product.editedByStaff())
                .set("imageUrls", content.imageUrls())
                .set("media", content.media())
                .set("attributes", content.attributes())
                .set("variants", content.variants())
                .set("skuKeys", ProductDocument.skuKeys(content))
                .set("updatedAt", product.updatedAt())
                .set("prices", product.prices().offers())
                .set("priceEdgeAt", product.nextEdgeAfter(product.updatedAt()).orElse(null))
                .push("changes")
                .slice(-HistoryEntry.REMEMBERED)
                .each(change.entry())
                .push("pendingEvents")
                .each(events.toArray());
    }
}
