package com.ecom.product.cataloguing;

import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.product.model.Media;
import com.ecom.product.model.Product;
import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import com.ecom.product.model.ProductState;
import com.ecom.product.model.Products;
import com.ecom.product.model.Rating;
import com.ecom.product.model.Variant;
import com.ecom.product.model.VersionTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for those who run it. A product's version is its ETag; a change names the version that was read. */
@RestController
@RequiredArgsConstructor
class CatalogueController {

    private final Products products;
    private final AddProduct addProduct;
    private final ReviseProduct reviseProduct;
    private final ArchiveProduct archiveProduct;
    private final Clock clock;

    /** Adds a product. Its SKUs and its slug belong to it alone. */
    @PostMapping("/api/admin/products")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CatalogueEntry> add(Caller caller, @RequestBody @Valid ProductBody body) {
        var added = addProduct.handle(caller.id(), body);
        return ResponseEntity.created(URI.create("/api/admin/products/" + added.id()))
                .eTag(VersionTag.of(added.version()))
                .body(CatalogueEntry.of(added, clock.instant()));
    }

    /** Any product, as staff see it. */
    @GetMapping("/api/admin/products/{productId}")
    ResponseEntity<CatalogueEntry> get(@PathVariable String productId) {
        return answer(products.find(productId).orElseThrow(() -> new NoSuchProduct(productId)));
    }

    /** Replaces a product, in the version that was read, which If-Match has to name. */
    @PutMapping("/api/admin/products/{productId}")
    ResponseEntity<CatalogueEntry> revise(
            Caller caller,
            @PathVariable String productId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    @Pattern(regexp = VersionTag.PATTERN)
                    String version,
            @RequestBody @Valid ProductBody body) {
        return answer(reviseProduct.handle(caller.id(), productId, VersionTag.versionIn(version), body));
    }

    /**
     * Takes a product off sale, in the version that was read, which If-Match has to name. Its SKUs and its slug stay its own.
     */
    @DeleteMapping("/api/admin/products/{productId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> archive(
            Caller caller,
            @PathVariable String productId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    @Pattern(regexp = VersionTag.PATTERN)
                    String version,
            @RequestParam(required = false) @Nullable @Characters(max = 500) String reason) {
        archiveProduct.handle(caller.id(), productId, VersionTag.versionIn(version), reason);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<CatalogueEntry> answer(Product product) {
        return ResponseEntity.ok()
                .eTag(VersionTag.of(product.version()))
                .body(CatalogueEntry.of(product, clock.instant()));
    }

    /**
     * @param state as of now
     * @param active whether it is more than a draft
     * @param archived whether staff archived it
     */
    record CatalogueEntry(
            String productId,
            long version,
            String slug,
            String name,
            @Nullable String description,
            @Nullable String brand,
            @Nullable String category,
            @Nullable String productType,
            ProductState state,
            boolean active,
            boolean archived,
            @Nullable Instant publishFrom,
            @Nullable Instant publishUntil,
            List<String> imageUrls,
            List<Media> media,
            Map<String, Object> attributes,
            List<Variant> variants,
            @Nullable Rating rating,
            Instant createdAt,
            Instant updatedAt) {

        static CatalogueEntry of(Product it, Instant now) {
            var content = it.content();
            return new CatalogueEntry(
                    it.id(),
                    it.version(),
                    content.slug(),
                    content.name(),
                    content.description(),
                    content.brand(),
                    content.category(),
                    content.typeCode(),
                    it.stateAt(now),
                    content.active(),
                    it.archived(),
                    content.published().from(),
                    content.published().until(),
                    content.imageUrls(),
                    content.media(),
                    content.attributes(),
                    content.variants(),
                    it.rating(),
                    it.createdAt(),
                    it.updatedAt());
        }
    }
}
