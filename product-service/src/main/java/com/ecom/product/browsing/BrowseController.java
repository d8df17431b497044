package com.ecom.product.browsing;

import com.ecom.core.money.Money;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.product.model.Media;
import com.ecom.product.model.PriceHistory;
import com.ecom.product.model.Product;
import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import com.ecom.product.model.Products.Category;
import com.ecom.product.model.Products.ProductFilter;
import com.ecom.product.model.Rating;
import com.ecom.product.model.Variant;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Only what is published now; everything else looks as if it had never been. */
@RestController
@RequiredArgsConstructor
class BrowseController {

    private final ProductCache products;
    private final Clock clock;

    /** Products for sale, by category and brand, in the order in which they were added. */
    @GetMapping("/api/products")
    Page<ProductSummary> list(
            @RequestParam(required = false) @Nullable @Characters(max = 120) String category,
            @RequestParam(required = false) @Nullable @Characters(max = 120) String brand,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Page.positionOf(cursor).orElse(null);
        var page = Page.of(products.published(new ProductFilter(category, brand), after, size + 1), size, Product::id);
        var now = clock.instant();
        var stillThere = page.items().stream().filter(it -> it.isPublishedAt(now));
        return new Page<>(stillThere.map(it -> ProductSummary.of(it, now)).toList(), page.nextCursor());
    }

    /** One product that is for sale, with its variants. */
    @GetMapping("/api/products/{productId}")
    ProductPage get(@PathVariable String productId) {
        var now = clock.instant();
        return products.find(productId)
                .filter(it -> it.isPublishedAt(now))
                .map(it -> ProductPage.of(it, now))
                .orElseThrow(() -> new NoSuchProduct(productId));
    }

    /** One product that is for sale, by its slug; by one that it had before, where it is now. */
    @GetMapping("/api/products/by-slug/{slug}")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(
            responseCode = "308",
            description = "It has another slug now",
            headers = @Header(name = "Location", description = "The same under the slug that it has now"),
            content = @Content)
    ResponseEntity<ProductPage> bySlug(@PathVariable String slug) {
        var now = clock.instant();
        var found = products.findBySlug(slug)
                .filter(it -> it.isPublishedAt(now))
                .orElseThrow(() -> new NoSuchProduct(slug));
        var current = found.content().slug();
        return current.equals(slug)
                ? ResponseEntity.ok(ProductPage.of(found, now))
                : ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                        .location(URI.create("/api/products/by-slug/" + current))
                        .build();
    }

    /** Categories, with how many products each has for sale. */
    @GetMapping("/api/categories")
    List<Category> categories() {
        return products.categories();
    }

    /** @param listPrice what it costs when it is not reduced; absent while it is not */
    record ProductSummary(
            String productId,
            String slug,
            String name,
            @Nullable String brand,
            @Nullable String category,
            Money price,
            @Nullable Money listPrice,
            @Nullable String imageUrl,
            @Nullable Stars rating) {

        static ProductSummary of(Product it, Instant now) {
            var content = it.content();
            var cheapest = content.cheapestAt(now).priced();
            return new ProductSummary(
                    it.id(),
                    content.slug(),
                    content.name(),
                    content.brand(),
                    content.category(),
                    cheapest.at(now),
                    cheapest.listWhileReducedAt(now).orElse(null),
                    content.pictures().stream().findFirst().orElse(null),
                    Stars.of(it.rating()));
        }
    }

    record ProductPage(
            String productId,
            String slug,
            String name,
            @Nullable String description,
            @Nullable String brand,
            @Nullable String category,
            @Nullable String productType,
            List<String> imageUrls,
            List<Media> media,
            Map<String, Object> attributes,
            List<OfferedVariant> variants,
            @Nullable Stars rating,
            Instant updatedAt) {

        static ProductPage of(Product it, Instant now) {
            var content = it.content();
            return new ProductPage(
                    it.id(),
                    content.slug(),
                    content.name(),
                    content.description(),
                    content.brand(),
                    content.category(),
                    content.typeCode(),
                    content.pictures(),
                    content.media(),
                    content.attributes(),
                    content.variants().stream()
                            .map(variant -> OfferedVariant.of(variant, it.prices(), now))
                            .toList(),
                    Stars.of(it.rating()),
                    it.updatedAt());
        }
    }

    /**
     * @param price what it costs now
     * @param listPrice what it costs when it is not reduced; absent while it is not
     * @param priorPrice the lowest price of the thirty days before it was reduced; absent if nobody could buy it then
     */
    record OfferedVariant(
            String sku,
            Map<String, String> options,
            Money price,
            @Nullable Money listPrice,
            @Nullable Money priorPrice) {

        static OfferedVariant of(Variant it, PriceHistory history, Instant now) {
            return new OfferedVariant(
                    it.sku(),
                    it.options(),
                    it.priced().at(now),
                    it.priced().listWhileReducedAt(now).orElse(null),
                    it.priced().isReducedAt(now)
                            ? history.priorPrice(it.sku(), now).orElse(null)
                            : null);
        }
    }

    record Stars(double average, long count) {

        static @Nullable Stars of(@Nullable Rating it) {
            return it == null ? null : new Stars(it.average(), it.count());
        }
    }
}
