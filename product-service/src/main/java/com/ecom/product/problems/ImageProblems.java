package com.ecom.product.problems;

import static com.ecom.core.problems.Problems.problem;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import com.ecom.product.model.ImageRefusal;
import com.ecom.product.model.ImageRefusal.Busy;
import com.ecom.product.model.ImageRefusal.Contradicted;
import com.ecom.product.model.ImageRefusal.NoImage;
import com.ecom.product.model.ImageRefusal.NoSuchImage;
import com.ecom.product.model.ImageRefusal.StoreAway;
import com.ecom.product.model.ImageRefusal.TooManyPixels;
import com.ecom.product.model.ImageRefusal.UnknownImages;
import com.ecom.product.model.ImageRefusal.Unreadable;
import java.util.Objects;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Slf4j
class ImageProblems {

    private static final int SOON = 2;
    private static final int LATER = 5;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> explain(ImageRefusal refusal) {
        return switch (refusal) {
            case NoSuchImage it -> explain(NOT_FOUND, "NO_SUCH_IMAGE", it);
            case UnknownImages it -> explain(BAD_REQUEST, "UNKNOWN_IMAGE", it);
            case NoImage it -> explain(UNSUPPORTED_MEDIA_TYPE, "NO_IMAGE", it);
            case Contradicted it -> explain(UNSUPPORTED_MEDIA_TYPE, "IMAGE_TYPE_DIFFERS", it);
            case Unreadable it -> explain(BAD_REQUEST, "IMAGE_UNREADABLE", it);
            case TooManyPixels it -> explain(BAD_REQUEST, "TOO_MANY_PIXELS", it);
            case Busy it -> later(SOON, "BUSY", it);
            case StoreAway it -> {
                log.warn("Pictures cannot be stored or read: {}", String.valueOf(it.getCause()));
                yield later(LATER, "IMAGES_UNAVAILABLE", it);
            }
        };
    }

    private static ResponseEntity<ProblemDetail> explain(HttpStatus status, String code, ImageRefusal refusal) {
        return ResponseEntity.status(status).body(problem(status, code, Objects.requireNonNull(refusal.getMessage())));
    }

    private static ResponseEntity<ProblemDetail> later(int seconds, String code, ImageRefusal refusal) {
        var problem = problem(SERVICE_UNAVAILABLE, code, Objects.requireNonNull(refusal.getMessage()));
        return ResponseEntity.status(SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .body(problem);
    }
}
