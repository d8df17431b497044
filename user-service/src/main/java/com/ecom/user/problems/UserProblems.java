package com.ecom.user.problems;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;

import com.ecom.core.problems.Problems;
import com.ecom.user.model.UserRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What each refusal looks like to a client. */
@RestControllerAdvice
class UserProblems {

    @ExceptionHandler
    ProblemDetail explain(UserRefusal refusal) {
        return switch (refusal) {
            case UserRefusal.AccountErased it -> problem(GONE, "ACCOUNT_ERASED", it);
            case UserRefusal.NoSuchAddress it -> problem(NOT_FOUND, "NO_SUCH_ADDRESS", it);
            case UserRefusal.TooManyAddresses it -> problem(CONFLICT, "TOO_MANY_ADDRESSES", it);
            case UserRefusal.TooManyWishlistItems it -> problem(CONFLICT, "TOO_MANY_WISHES", it);
            case UserRefusal.NoSuchRequest it -> problem(NOT_FOUND, "NO_SUCH_REQUEST", it);
            case UserRefusal.StaffCannotBeErased it -> problem(CONFLICT, "STAFF_CANNOT_BE_FORGOTTEN", it);
            case UserRefusal.RequestAlreadyOpen it -> problem(CONFLICT, "REQUEST_IS_OPEN", it);
            case UserRefusal.RequestAlreadyStarted it -> problem(CONFLICT, "REQUEST_HAS_BEGUN", it);
            case UserRefusal.CopyNotReady it -> problem(CONFLICT, "COPY_NOT_READY", it);
            case UserRefusal.CopyExpired it -> problem(GONE, "COPY_EXPIRED", it);
            case UserRefusal.VersionMissing it -> problem(PRECONDITION_REQUIRED, "VERSION_MISSING", it);
            case UserRefusal.VersionStale it -> problem(PRECONDITION_FAILED, "PRECONDITION_FAILED", it);
        };
    }

    private static ProblemDetail problem(HttpStatus status, String code, UserRefusal refusal) {
        return Problems.problem(status, code, String.valueOf(refusal.getMessage()));
    }
}
