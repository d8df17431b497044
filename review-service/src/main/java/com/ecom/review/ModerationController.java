package com.ecom.review;

import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.review.Review.Status;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class ModerationController {

    private final Reviews reviews;
    private final ModerateReview moderateReview;

    /** Reviews by state, newest first. */
    @GetMapping("/api/admin/reviews")
    Page<Review> queue(
            @RequestParam(defaultValue = "PENDING") Status status,
            @RequestParam(required = false) @Nullable String productId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return reviews.page(productId, null, status, cursor, size);
    }

    /** Approves or rejects a review, in the version that was read. */
    @PostMapping("/api/admin/reviews/{reviewId}/moderation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void moderate(Caller caller, @PathVariable UUID reviewId, @RequestBody @Valid Decision decision) {
        moderateReview.handle(reviewId, decision.readVersion(), decision.decision(), decision.reason(), caller.id());
    }

    /** @param version of the review that was read; absent means as it was first written */
    record Decision(
            @NotNull Status decision,
            @Nullable @PositiveOrZero Integer version,
            @Nullable @Characters(max = 500) String reason) {

        @AssertTrue(message = "must be APPROVED or REJECTED")
        boolean isDecided() {
            return decision != Status.PENDING;
        }

        int readVersion() {
            return version == null ? 0 : version;
        }
    }
}
