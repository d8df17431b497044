package com.ecom.review;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews, and what their authors bought. An erasure withdraws the author's reviews and updates the ratings. */
@Component
@RequiredArgsConstructor
class ReviewPersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final WriteReview writeReview;

    @Override
    public List<Item> of(UUID subject) {
        return jdbc.sql("""
                select product_id, rating, title, comment, status, created_at from review
                where author = :author order by id limit 10000
                """)
                .param("author", subject.toString())
                .query((row, _) -> new Item(
                        "review",
                        Map.of(
                                "productId", row.getString("product_id"),
                                "rating", row.getInt("rating"),
                                "title", row.getString("title"),
                                "comment", row.getString("comment"),
                                "status", row.getString("status"),
                                "createdAt", Utc.instant(row, "created_at").toString())))
                .list();
    }

    @Override
    public Set<String> namesOf(UUID subject) {
        return reviewsOf(subject).stream().map(UUID::toString).collect(Collectors.toSet());
    }

    @Override
    public Optional<Erasure> erase(UUID subject) {
        var reviews = reviewsOf(subject);
        reviews.forEach(it -> writeReview.withdraw(subject, it));
        var purchases = jdbc.sql("delete from purchase where customer = :author")
                .param("author", subject.toString())
                .update();
        return Optional.of(Erasure.of(reviews.size() + purchases));
    }

    private List<UUID> reviewsOf(UUID author) {
        return jdbc.sql("select id from review where author = :author order by id")
                .param("author", author.toString())
                .query(UUID.class)
                .list();
    }
}
