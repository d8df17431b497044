package com.ecom.product.model;

import static java.util.Objects.requireNonNullElse;

import com.ecom.product.model.Product.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The same change for many products. What is absent stays as it is.
 *
 * @param release whether and when shoppers see them
 * @param archive whether they are archived, and nothing else
 */
public record Patch(
        @Nullable String brand,
        @Nullable String category,
        @Nullable Release release,
        boolean archive) {

    /** An archived product comes back only if that is what is asked for. */
    public Change of(Product product, Instant now) {
        if (archive) {
            return product.archive(now);
        }
        return product.archived() && release == null
                ? product.unchanged()
                : product.revise(appliedTo(product.content()), now);
    }

    private Content appliedTo(Content it) {
        return new Content(
                it.slug(),
                it.name(),
                it.description(),
                brand == null ? it.brand() : brand,
                category == null ? it.category() : category,
                it.type(),
                release == null ? it.active() : release.active,
                release == null ? it.published() : requireNonNullElse(release.published, Window.ALWAYS),
                it.imageUrls(),
                it.media(),
                it.attributes(),
                it.variants());
    }

    /** @param published absent for always */
    public record Release(boolean active, @Nullable Window published) {}
}
