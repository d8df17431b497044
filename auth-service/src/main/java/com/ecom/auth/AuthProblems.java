package com.ecom.auth;

import com.ecom.core.service.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What each refusal looks like to a client. */
@RestControllerAdvice
class AuthProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> explain(AuthRefusal refusal) {
        return switch (refusal) {
            case AuthRefusal.EmailTaken it -> problem(HttpStatus.CONFLICT, "EMAIL_TAKEN", it);
            case AuthRefusal.WrongCredentials it -> problem(HttpStatus.UNAUTHORIZED, "INVALID_CREDENTIALS", it);
            case AuthRefusal.RefreshTokenNotValid it -> problem(HttpStatus.UNAUTHORIZED, "REFRESH_TOKEN_INVALID", it);
            case AuthRefusal.RefreshTokenReused it -> problem(HttpStatus.UNAUTHORIZED, "REFRESH_TOKEN_INVALID", it);
            case AuthRefusal.SessionEnded it -> problem(HttpStatus.UNAUTHORIZED, "AUTH_TOKEN_INVALID", it);
            case AuthRefusal.MailTokenNotValid it -> problem(HttpStatus.BAD_REQUEST, "MAIL_TOKEN_INVALID", it);
            case AuthRefusal.NoSuchSession it -> problem(HttpStatus.NOT_FOUND, "NO_SUCH_SESSION", it);
            case AuthRefusal.TooManyAttempts it -> problem(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS", it);
            case AuthRefusal.SecondFactorNeeded it -> problem(HttpStatus.UNAUTHORIZED, "SECOND_FACTOR_NEEDED", it);
            case AuthRefusal.SecondFactorWrong it -> problem(HttpStatus.UNAUTHORIZED, "SECOND_FACTOR_WRONG", it);
            case AuthRefusal.SecondFactorIsOn it -> problem(HttpStatus.CONFLICT, "SECOND_FACTOR_IS_ON", it);
            case AuthRefusal.SecondFactorIsOff it -> problem(HttpStatus.CONFLICT, "SECOND_FACTOR_IS_OFF", it);
            case AuthRefusal.SecondFactorRequired it -> problem(HttpStatus.CONFLICT, "SECOND_FACTOR_REQUIRED", it);
            case AuthRefusal.TooBusy it -> problem(HttpStatus.TOO_MANY_REQUESTS, "LOGIN_BUSY", it);
        };
    }

    private static long secondsToWait(AuthRefusal refusal) {
        return refusal instanceof AuthRefusal.TooManyAttempts it ? it.seconds() : 1;
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, AuthRefusal refusal) {
        var answer = ResponseEntity.status(status);
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait(refusal)));
        }
        return answer.body(Problems.problem(status, code, String.valueOf(refusal.getMessage())));
    }
}
