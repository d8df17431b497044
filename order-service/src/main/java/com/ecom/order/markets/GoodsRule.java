package com.ecom.order.markets;

import com.ecom.core.text.Sku;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a market says about some of its goods; of each thing the first rule counts that says it about a good. A set that is
 * absent leaves none out.
 *
 * @param taxCategory by which the rate of tax is found
 * @param weightGrams of one unit
 * @param digital whether nothing of it is shipped
 */
record GoodsRule(
        @Nullable @Size(min = 1, max = 500) Set<@NotNull @Pattern(regexp = Sku.PATTERN) String> skus,
        @Nullable @Size(min = 1, max = 500) Set<@NotNull @Pattern(regexp = MarketRules.NAME) String> products,
        @Nullable @Size(min = 1, max = 200) Set<@NotNull @Pattern(regexp = MarketRules.NAME) String> categories,
        @Nullable @Pattern(regexp = MarketRules.ID) String taxCategory,
        @Nullable @Min(0) @Max(10_000_000) Integer weightGrams,
        @Nullable Boolean digital) {

    boolean isAbout(String sku, String product, Set<String> ofCategories) {
        return (skus == null || skus.contains(sku))
                && (products == null || products.contains(product))
                && (categories == null || categories.stream().anyMatch(ofCategories::contains));
    }
}
