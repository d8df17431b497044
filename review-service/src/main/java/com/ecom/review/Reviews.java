package com.ecom.review;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.web.Page;
import com.ecom.review.Review.Status;
import com.ecom.review.WriteReview.ReviewText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All reviews. */
@Repository
@RequiredArgsConstructor
class Reviews {

    private static final String ALL =
            "select id, product_id, author, rating, title, comment, version, status, created_at, updated_at from review ";

    private final JdbcClient jdbc;

    /** False, and no change, if the author has reviewed the product before. */
    boolean add(UUID id, UUID author, String product, ReviewText text) {
        return jdbc.sql("""
                insert ignore into review (id, product_id, author, rating, title, comment)
                values (:id, :product, :author, :rating, :title, :comment)
                """)
                        .param("id", id.toString())
                        .param("product", product)
                        .param("author", author.toString())
                        .param("rating", text.rating())
                        .param("title", text.title())
                        .param("comment", text.comment())
                        .update()
                == 1;
    }

    /** The review, locked until the end of the transaction. */
    Review lock(UUID id) {
        return jdbc.sql(ALL + "where id = :id for update")
                .param("id", id.toString())
                .query((row, _) -> read(row))
                .optional()
                .orElseThrow(() -> new ReviewRefusal.NoSuchReview(id));
    }

    /** The same, for its author only: for others the review does not exist. */
    Review lock(UUID id, UUID author) {
        var review = lock(id);
        if (!review.author().equals(author)) {
            throw new ReviewRefusal.NoSuchReview(id);
        }
        return review;
    }

    void rewrite(Review review, ReviewText text) {
        jdbc.sql("""
                update review
                set rating = :rating, title = :title, comment = :comment, version = version + 1, status = 'PENDING'
                where id = :id
                """)
                .param("rating", text.rating())
                .param("title", text.title())
                .param("comment", text.comment())
                .param("id", review.id().toString())
                .update();
    }

    void setStatus(Review review, Status status) {
        jdbc.sql("update review set status = :status where id = :id")
                .param("status", status.name())
                .param("id", review.id().toString())
                .update();
    }

    /** Also deletes the moderators' reasons, but not their decisions. */
    void remove(Review review) {
        jdbc.sql("update moderation set reason = null where review_id = :id")
                .param("id", review.id().toString())
                .update();
        jdbc.sql("delete from review where id = :id")
                .param("id", review.id().toString())
                .update();
    }

    /** Newest first; what is null does not matter. */
    Page<Review> page(
            @Nullable String product,
            @Nullable UUID author,
            @Nullable Status status,
            @Nullable String cursor,
            int size) {
        var rows = jdbc.sql(ALL + """
                where (:product is null or product_id = :product)
                  and (:author is null or author = :author)
                  and (:status is null or status = :status)
                  and (:before is null or id < :before)
                order by id desc limit :limit
                """)
                .param("product", product)
                .param("author", author == null ? null : author.toString())
                .param("status", status == null ? null : status.name())
                .param("before", Page.positionOf(cursor).orElse(null))
                .param("limit", size + 1)
                .query((row, _) -> read(row))
                .list();
        return Page.of(rows, size, it -> it.id().toString());
    }

    private static Review read(ResultSet row) throws SQLException {
        return new Review(
                UUID.fromString(row.getString("id")),
                row.getString("product_id"),
                UUID.fromString(row.getString("author")),
                row.getInt("rating"),
                row.getString("title"),
                row.getString("comment"),
                row.getInt("version"),
                Status.valueOf(row.getString("status")),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "updated_at"));
    }
}
