package com.ecom.product.cataloguing;

import com.ecom.core.text.Characters;
import com.ecom.product.cataloguing.Publishing.Wanted;
import com.ecom.product.model.Patch;
import com.ecom.product.model.Patch.Release;
import com.ecom.product.model.ProductList;
import com.ecom.product.model.ProductState;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of many products, as people ask for it.
 *
 * @param filter which products, as the list of products finds them
 * @param set what becomes of them
 * @param reason for the record of each of them
 */
record NewEdit(
        @NotNull @Valid Selection filter,
        @NotNull @Valid Values set,
        @NotBlank @Characters(max = 500) String reason) {

    record Selection(
            @Nullable ProductState state,
            @Nullable @Characters(min = 1, max = 120) String brand,
            @Nullable @Characters(min = 1, max = 120) String category,
            @Nullable @Characters(max = 200) String q,
            @Nullable Instant updatedSince) {

        @JsonIgnore
        @AssertTrue(message = "must leave something out")
        boolean isSelective() {
            return !at(Instant.EPOCH).isEverything();
        }

        ProductList.Wanted at(Instant time) {
            return ProductList.Wanted.of(state, brand, category, q, updatedSince, time);
        }
    }

    /** @param archive nothing else then */
    record Values(
            @Nullable @Characters(min = 1, max = 120) String brand,
            @Nullable @Characters(min = 1, max = 120) String category,
            @Nullable Wanted state,
            @Nullable Instant publishFrom,
            @Nullable Instant publishUntil,
            @Nullable Boolean archive) {

        @JsonIgnore
        @AssertTrue(message = "must change something, or archive and nothing else")
        boolean isOfOneKind() {
            var changes = brand != null || category != null || state != null;
            return changes != isArchiving();
        }

        @JsonIgnore
        @AssertTrue(message = "must have times only with a state, which begin before they end")
        boolean isPublishedForSomeTime() {
            var times = publishFrom != null || publishUntil != null;
            return (state != null || !times)
                    && publishing().hasItsTime()
                    && publishing().isOfSomeLength();
        }

        Patch toPatch() {
            var release = state == null
                    ? null
                    : new Release(publishing().isReady(), publishing().window());
            return new Patch(brand, category, release, isArchiving());
        }

        private boolean isArchiving() {
            return Boolean.TRUE.equals(archive);
        }

        private Publishing publishing() {
            return new Publishing(null, state, publishFrom, publishUntil);
        }
    }
}
