package com.ecom.product.problems;

import static com.ecom.core.problems.Problems.problem;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import com.ecom.product.model.ProductRefusal;
import com.ecom.product.model.ProductRefusal.AttributesRefused;
import com.ecom.product.model.ProductRefusal.ChunkDiffers;
import com.ecom.product.model.ProductRefusal.ChunkEmpty;
import com.ecom.product.model.ProductRefusal.ChunkTooLong;
import com.ecom.product.model.ProductRefusal.EventsBacklogged;
import com.ecom.product.model.ProductRefusal.NoSuchEdit;
import com.ecom.product.model.ProductRefusal.NoSuchImport;
import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import com.ecom.product.model.ProductRefusal.NoSuchProductType;
import com.ecom.product.model.ProductRefusal.OutOfDate;
import com.ecom.product.model.ProductRefusal.ProductTypeExists;
import com.ecom.product.model.ProductRefusal.ProductTypeNarrowed;
import com.ecom.product.model.ProductRefusal.Taken;
import com.ecom.product.model.ProductRefusal.TooManyProductTypes;
import com.ecom.product.model.ProductRefusal.VersionMissing;
import com.ecom.product.model.types.ProductType.Flaw;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class ProductProblems {

    @ExceptionHandler
    ProblemDetail explain(ProductRefusal refusal) {
        return switch (refusal) {
            case NoSuchProduct it -> explain(NOT_FOUND, "NO_SUCH_PRODUCT", it);
            case VersionMissing it -> explain(PRECONDITION_REQUIRED, "VERSION_MISSING", it);
            case OutOfDate it -> explain(PRECONDITION_FAILED, "PRECONDITION_FAILED", it);
            case Taken it -> {
                var problem = explain(CONFLICT, "SKU_OR_SLUG_TAKEN", it);
                problem.setProperty("productId", it.holder());
                yield problem;
            }
            case NoSuchProductType it -> explain(NOT_FOUND, "NO_SUCH_PRODUCT_TYPE", it);
            case ProductTypeExists it -> explain(CONFLICT, "PRODUCT_TYPE_EXISTS", it);
            case TooManyProductTypes it -> explain(CONFLICT, "TOO_MANY_PRODUCT_TYPES", it);
            case AttributesRefused it -> explain(explain(BAD_REQUEST, "INVALID_REQUEST", it), it.flaws());
            case ProductTypeNarrowed it -> explain(explain(CONFLICT, "PRODUCT_TYPE_NARROWED", it), it.flaws());
            case EventsBacklogged it -> explain(SERVICE_UNAVAILABLE, "PUBLISHING_BEHIND", it);
            case NoSuchImport it -> explain(NOT_FOUND, "NO_SUCH_IMPORT", it);
            case NoSuchEdit it -> explain(NOT_FOUND, "NO_SUCH_EDIT", it);
            case ChunkDiffers it -> explain(CONFLICT, "CHUNK_DIFFERS", it);
            case ChunkTooLong it -> explain(CONTENT_TOO_LARGE, "CHUNK_TOO_LONG", it);
            case ChunkEmpty it -> explain(BAD_REQUEST, "CHUNK_EMPTY", it);
        };
    }

    private static ProblemDetail explain(ProblemDetail problem, List<Flaw> flaws) {
        problem.setProperty("errors", flaws);
        return problem;
    }

    private static ProblemDetail explain(HttpStatus status, String code, ProductRefusal refusal) {
        return problem(status, code, Objects.requireNonNull(refusal.getMessage()));
    }
}
