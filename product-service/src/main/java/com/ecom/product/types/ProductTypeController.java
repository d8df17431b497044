package com.ecom.product.types;

import com.ecom.core.web.Page;
import com.ecom.product.model.ProductRefusal.NoSuchProductType;
import com.ecom.product.model.ProductRefusal.OutOfDate;
import com.ecom.product.model.ProductRefusal.ProductTypeExists;
import com.ecom.product.model.ProductRefusal.ProductTypeNarrowed;
import com.ecom.product.model.ProductRefusal.TooManyProductTypes;
import com.ecom.product.model.VersionTag;
import com.ecom.product.model.types.AttributeDefinition;
import com.ecom.product.model.types.ProductType;
import com.ecom.product.model.types.ProductTypes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A type's version is its ETag; a change names the version that was read. */
@RestController
@RequiredArgsConstructor
class ProductTypeController {

    private final ProductTypes types;
    private final Clock clock;

    /** All types in the order of their codes, with what people call their attributes and values. */
    @GetMapping("/api/product-types")
    Page<ProductTypeView> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Page.positionOf(cursor).orElse("");
        var found = types.after(after, size + 1).stream().map(ProductTypeView::of);
        return Page.of(found.toList(), size, ProductTypeView::code);
    }

    /** One type, as staff change it. */
    @GetMapping("/api/admin/product-types/{code}")
    ResponseEntity<ProductTypeView> get(@PathVariable String code) {
        return answer(ResponseEntity.ok(), found(code));
    }

    /** Adds a type. Its code belongs to it for ever. */
    @PostMapping("/api/admin/product-types")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProductTypeView> add(@RequestBody @Valid ProductTypeBody body) {
        if (types.count() >= ProductTypes.MOST) {
            throw new TooManyProductTypes(ProductTypes.MOST);
        }
        var added = body.toType(1, now());
        if (!types.add(added)) {
            throw new ProductTypeExists(added.code());
        }
        return answer(ResponseEntity.created(URI.create("/api/admin/product-types/" + added.code())), added);
    }

    /**
     * Replaces a type, in the version that was read, which If-Match has to name. What products have by it they keep: attributes and
     * choices may come, and labels change.
     */
    @PutMapping("/api/admin/product-types/{code}")
    ResponseEntity<ProductTypeView> revise(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    @Pattern(regexp = VersionTag.PATTERN)
                    String version,
            @RequestBody @Valid ProductTypeBody body) {
        var before = found(code);
        if (before.version() != VersionTag.versionIn(version)) {
            throw new OutOfDate();
        }
        var revised = body.toType(before.version() + 1, now());
        var flaws = before.narrowedBy(revised);
        if (!flaws.isEmpty()) {
            throw new ProductTypeNarrowed(flaws);
        }
        if (!types.replace(revised)) {
            throw new OutOfDate();
        }
        return answer(ResponseEntity.ok(), revised);
    }

    private ProductType found(String code) {
        return types.find(code).orElseThrow(() -> new NoSuchProductType(code));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ResponseEntity<ProductTypeView> answer(ResponseEntity.BodyBuilder answer, ProductType it) {
        return answer.eTag(VersionTag.of(it.version())).body(ProductTypeView.of(it));
    }

    record ProductTypeView(
            String code,
            long version,
            Map<String, String> labels,
            List<AttributeDefinition> attributes,
            Instant updatedAt) {

        static ProductTypeView of(ProductType it) {
            return new ProductTypeView(it.code(), it.version(), it.labels(), it.attributes(), it.updatedAt());
        }
    }
}
