package com.ecom.shop;

import java.time.Duration;
import java.util.Map;

/** Staff who send parcels and approve what buyers say about them. */
public record BackOffice(Gateway admin) {

    private static final int NOT_YET = 403;
    private static final Duration SOON = Duration.ofMinutes(3);

    /** The parcel is sent and arrives, and the buyer's review of the product is approved; returns the review's id. */
    public String review(Shopper buyer, String order, String product, int rating) {
        deliver(order);
        var words = Map.of(
                "productId", product, "rating", rating, "title", "As described", "comment", "Would buy it again.");
        var review = Await.until(
                        "A buyer being allowed to review",
                        SOON,
                        () -> buyer.shop().post("/api/reviews", words),
                        it -> it.status() != NOT_YET)
                .good()
                .path("reviewId")
                .asString();
        admin.post("/api/admin/reviews/%s/moderation".formatted(review), Map.of("decision", "APPROVED"))
                .good();
        return review;
    }

    /** The parcel of an order that is sold is sent, and has arrived. */
    public void deliver(String order) {
        admin.post(
                        "/api/admin/orders/%s/shipment".formatted(order),
                        Map.of("carrier", "Post", "trackingNumber", "PX-1"))
                .good();
        admin.post("/api/admin/orders/%s/delivery".formatted(order), Map.of()).good();
    }
}
