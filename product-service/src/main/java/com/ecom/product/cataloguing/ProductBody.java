package com.ecom.product.cataloguing;

import com.ecom.core.money.Money;
import com.ecom.core.text.Characters;
import com.ecom.core.text.Sku;
import com.ecom.product.cataloguing.FindMedia.MediaBody;
import com.ecom.product.cataloguing.Publishing.Wanted;
import com.ecom.product.model.Content;
import com.ecom.product.model.Media;
import com.ecom.product.model.Slug;
import com.ecom.product.model.Variant;
import com.ecom.product.model.types.AssignedType;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product as people and imports describe it. Names of attributes and options are names of fields in the database, too.
 *
 * @param productType which attributes it has, and which values; if absent, any
 * @param active {@code false} makes a draft, as the state DRAFT does
 * @param state PUBLISHED if nothing is said
 * @param publishFrom when shoppers see it first; at once if absent
 * @param publishUntil when they see it no more; never if absent
 * @param reason for the record
 */
record ProductBody(
        @Nullable @Characters(max = Slug.LONGEST) @Pattern(regexp = Slug.PATTERN)
        String slug,

        @NotBlank @Characters(max = 300) String name,
        @Nullable @Characters(max = 10_000) String description,
        @Nullable @Characters(min = 1, max = 120) String brand,
        @Nullable @Characters(min = 1, max = 120) String category,
        @Nullable @Characters(min = 1, max = 60) String productType,
        @Nullable Boolean active,
        @Nullable Wanted state,
        @Nullable Instant publishFrom,
        @Nullable Instant publishUntil,
        @Nullable @Size(max = 30) List<@NotNull @Size(max = 500) @Pattern(regexp = IMAGE) String> imageUrls,
        @Nullable @Size(max = 30) List<@NotNull @Valid MediaBody> media,
        @Nullable @Size(max = 200) Map<@Pattern(regexp = FIELD) String, @NotNull Object> attributes,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid VariantBody> variants,
        @Nullable @Characters(max = 500) String reason) {

    static final String FIELD = "[^.$\\p{Cntrl}]{1,100}";

    /** Where a picture is: elsewhere by {@code http} or {@code https}, or a path of the shop window's own; nothing that a browser would run. */
    static final String IMAGE = "(https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?)?/[A-Za-z0-9._~!$&'()*+,;=:@%-]"
            + "[A-Za-z0-9/._~!$&'()*+,;=:@%?-]*";

    private static final int LONGEST_TEXT = 8_000;
    private static final int LONGEST_TEXTS = 100_000;

    record VariantBody(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,

            @Nullable @Size(max = 10)
            Map<@Pattern(regexp = FIELD) String, @NotNull @Characters(max = 100) String> options,

            @NotNull @Valid Price price,
            @Nullable @Valid SaleBody sale) {

        @JsonIgnore
        @AssertTrue(message = "must cost less in its sale than otherwise")
        boolean isReducedInItsSale() {
            return sale == null
                    || sale.amount() == null
                    || price == null
                    || price.amount() == null
                    || sale.amount() < price.amount();
        }

        Variant toVariant() {
            return new Variant(
                    sku,
                    options == null ? Map.of() : options,
                    new Money(price.amount(), price.currency()),
                    sale == null ? null : sale.toSale());
        }
    }

    record Price(
            @NotNull @Min(0) @Max(9_007_199_254_740_991L) Long amount,
            @NotNull Currency currency) {}

    @JsonIgnore
    @AssertTrue(message = "must have attributes that are texts, numbers or truths, and not too long")
    boolean isDescribedPlainly() {
        if (attributes == null) {
            return true;
        }
        var texts = attributes.values().stream()
                .filter(String.class::isInstance)
                .mapToInt(it -> it.toString().length())
                .summaryStatistics();
        return texts.getSum() <= LONGEST_TEXTS
                && (texts.getCount() == 0 || texts.getMax() <= LONGEST_TEXT)
                && attributes.values().stream().allMatch(ProductBody::isPlain);
    }

    @JsonIgnore
    @AssertTrue(message = "must name each SKU once, whatever its case, all in one currency")
    boolean isSoldConsistently() {
        if (variants == null || variants.stream().anyMatch(it -> it == null || it.price() == null)) {
            return true;
        }
        return variants.stream()
                                .map(it -> String.valueOf(it.sku()).toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        == variants.size()
                && variants.stream().map(it -> it.price().currency()).distinct().count() == 1;
    }

    @JsonIgnore
    @AssertTrue(message = "must say the same by active and by state")
    boolean isOfOneMind() {
        return publishing().isOfOneMind();
    }

    @JsonIgnore
    @AssertTrue(message = "must say from when on it is published, if it is scheduled")
    boolean isScheduledForATime() {
        return publishing().hasItsTime();
    }

    @JsonIgnore
    @AssertTrue(message = "must be published until a time after it begins")
    boolean isPublishedForSomeTime() {
        return publishing().isOfSomeLength();
    }

    private Publishing publishing() {
        return new Publishing(active, state, publishFrom, publishUntil);
    }

    Content toContent(String slugIfNone, List<Media> found, @Nullable AssignedType assigned) {
        return new Content(
                Objects.requireNonNullElse(slug, slugIfNone),
                name,
                description,
                brand,
                category,
                assigned,
                publishing().isReady(),
                publishing().window(),
                imageUrls == null ? List.of() : imageUrls,
                found,
                plainAttributes(),
                offered());
    }

    Map<String, Object> plainAttributes() {
        return attributes == null ? Map.of() : asKept(attributes);
    }

    List<Variant> offered() {
        return variants.stream().map(VariantBody::toVariant).toList();
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || (value instanceof Double number && Double.isFinite(number));
    }

    /** Whole numbers have one type, so that what is read back equals what was written. */
    private static Map<String, Object> asKept(Map<String, Object> attributes) {
        var kept = new LinkedHashMap<String, Object>();
        attributes.forEach((name, value) -> kept.put(name, value instanceof Integer it ? it.longValue() : value));
        return kept;
    }
}
