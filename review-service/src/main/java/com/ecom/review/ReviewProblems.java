package com.ecom.review;

import com.ecom.core.problems.Problems;
import com.ecom.review.ReviewRefusal.AlreadyReviewed;
import com.ecom.review.ReviewRefusal.NoSuchReview;
import com.ecom.review.ReviewRefusal.NotPurchased;
import com.ecom.review.ReviewRefusal.ReviewChanged;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class ReviewProblems {

    @ExceptionHandler
    ProblemDetail explain(ReviewRefusal refusal) {
        return switch (refusal) {
            case NoSuchReview it -> of(HttpStatus.NOT_FOUND, "NO_SUCH_REVIEW", it);
            case NotPurchased it -> of(HttpStatus.FORBIDDEN, "NOT_A_BUYER", it);
            case AlreadyReviewed it -> of(HttpStatus.CONFLICT, "ALREADY_REVIEWED", it);
            case ReviewChanged it -> of(HttpStatus.CONFLICT, "REVIEW_REWRITTEN", it);
        };
    }

    private static ProblemDetail of(HttpStatus status, String code, ReviewRefusal refusal) {
        return Problems.problem(status, code, String.valueOf(refusal.getMessage()));
    }
}
