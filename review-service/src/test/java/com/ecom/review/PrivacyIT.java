package com.ecom.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.core.privacy.PersonalData;
import com.ecom.review.WriteReview.ReviewText;
import com.ecom.test.PrivacyContract;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PrivacyIT extends PrivacyContract {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ErasedSubjects erased;

    @Autowired
    PersonalData personalData;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Purchases purchases;

    @Autowired
    WriteReview writeReview;

    @Autowired
    ModerateReview moderateReview;

    PrivacyIT() {
        super("review-service");
    }

    @Override
    protected void keepSomethingOf(UUID person) {
        var product = "p" + person;
        delivered(person, product);
        writeReview.write(person, product, new ReviewText(5, "Good", "Very good"));
    }

    @Test
    void whoWasForgottenDoesNotComeBackWithAnOrderThatIsDeliveredLate() {
        var person = UUID.randomUUID();
        keepSomethingOf(person);
        erase(person);

        delivered(person, "p" + person);
        nothingIsLeftOf(person);
    }

    @Test
    void whoIsForgottenWritesNoMore() {
        var person = UUID.randomUUID();
        delivered(person, "p" + person);
        transaction.executeWithoutResult(_ -> erased.add(person));

        assertThatThrownBy(() -> writeReview.write(person, "p" + person, new ReviewText(5, "Good", "Very good")))
                .isInstanceOf(ReviewRefusal.NotPurchased.class);
    }

    @Test
    void whatModeratorsWroteAboutAReviewIsForgottenWithIt() {
        var person = UUID.randomUUID();
        delivered(person, "p" + person);
        var review = writeReview.write(person, "p" + person, new ReviewText(5, "Good", "Very good"));
        moderateReview.handle(review.id(), 0, Review.Status.REJECTED, "Ann Lee is rude", UUID.randomUUID());
        erase(person);

        assertThat(jdbc.sql("select concat(decision, coalesce(reason, '')) from moderation where review_id = ?")
                        .param(review.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("REJECTED");
    }

    private void erase(UUID person) {
        transaction.executeWithoutResult(_ -> {
            erased.add(person);
            personalData.erase(person);
        });
    }

    private void delivered(UUID person, String product) {
        purchases.record(new Purchases.OrderDelivered(
                UUID.randomUUID(), person, List.of(new Purchases.OrderDelivered.Line(product))));
    }

    @Override
    protected void nothingIsLeftOf(UUID person) {
        for (var sql : List.of(
                "select count(*) from review where author = ?", "select count(*) from purchase where customer = ?")) {
            assertThat(jdbc.sql(sql)
                            .param(person.toString())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
