package com.ecom.review;

import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.review.Review.Status;
import com.ecom.review.WriteReview.ReviewText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class ReviewController {

    private final WriteReview writeReview;
    private final Reviews reviews;
    private final Ratings ratings;

    /** The public view: approved reviews, anonymous. */
    @GetMapping("/api/reviews")
    Page<PublishedReview> about(
            @RequestParam @NotBlank @Characters(max = 64) String productId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var page = reviews.page(productId, null, Status.APPROVED, cursor, size);
        return new Page<>(page.items().stream().map(PublishedReview::of).toList(), page.nextCursor());
    }

    /** The average rating of a product and how many gave each. */
    @GetMapping("/api/reviews/summary")
    Ratings.Summary summary(@RequestParam @NotBlank @Characters(max = 64) String productId) {
        return ratings.of(productId);
    }

    /** The caller's reviews, newest first. */
    @GetMapping("/api/reviews/mine")
    Page<OwnReview> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var page = reviews.page(null, caller.id(), null, cursor, size);
        return new Page<>(page.items().stream().map(OwnReview::of).toList(), page.nextCursor());
    }

    /** Reviews a product that the caller has been delivered. Moderators read it before others do. */
    @PostMapping("/api/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OwnReview> write(Caller caller, @RequestBody @Valid NewReview review) {
        var written = writeReview.write(
                caller.id(), review.productId(), new ReviewText(review.rating(), review.title(), review.comment()));
        return ResponseEntity.created(URI.create("/api/reviews/" + written.id()))
                .body(OwnReview.of(written));
    }

    /** Changes one of the caller's reviews, which is moderated again. */
    @PutMapping("/api/reviews/{reviewId}")
    OwnReview rewrite(Caller caller, @PathVariable UUID reviewId, @RequestBody @Valid Rewrite review) {
        return OwnReview.of(writeReview.rewrite(
                caller.id(), reviewId, new ReviewText(review.rating(), review.title(), review.comment())));
    }

    /** Deletes one of the caller's reviews. */
    @DeleteMapping("/api/reviews/{reviewId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable UUID reviewId) {
        writeReview.withdraw(caller.id(), reviewId);
    }

    record NewReview(
            @NotBlank @Characters(max = 64) String productId,
            @Min(1) @Max(5) int rating,
            @NotBlank @Characters(max = 500) String title,
            @NotNull @Characters(max = 5_000) String comment) {}

    record Rewrite(
            @Min(1) @Max(5) int rating,
            @NotBlank @Characters(max = 500) String title,
            @NotNull @Characters(max = 5_000) String comment) {}

    record PublishedReview(
            UUID reviewId, int rating, String title, String comment, boolean verifiedPurchase, Instant writtenAt) {
        static PublishedReview of(Review it) {
            return new PublishedReview(it.id(), it.rating(), it.title(), it.comment(), true, it.createdAt());
        }
    }

    record OwnReview(
            UUID reviewId,
            String productId,
            int rating,
            String title,
            String comment,
            Status status,
            Instant writtenAt,
            Instant changedAt) {
        static OwnReview of(Review it) {
            return new OwnReview(
                    it.id(),
                    it.productId(),
                    it.rating(),
                    it.title(),
                    it.comment(),
                    it.status(),
                    it.createdAt(),
                    it.updatedAt());
        }
    }
}
