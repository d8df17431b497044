package com.ecom.auth.problems;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.core.problems.Problems;
import java.util.Locale;
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
            case AuthRefusal.PasswordTooCommon it -> problem(HttpStatus.BAD_REQUEST, "PASSWORD_TOO_COMMON", it);
            case AuthRefusal.RefreshTokenNotValid it -> problem(HttpStatus.UNAUTHORIZED, "REFRESH_TOKEN_INVALID", it);
            case AuthRefusal.RefreshTokenReused it -> problem(HttpStatus.UNAUTHORIZED, "REFRESH_TOKEN_INVALID", it);
            case AuthRefusal.AccountChanged it -> problem(HttpStatus.UNAUTHORIZED, "ACCOUNT_CHANGED", it);
            case AuthRefusal.SessionEnded it -> problem(HttpStatus.UNAUTHORIZED, "AUTH_TOKEN_INVALID", it);
            case AuthRefusal.MailTokenNotValid it -> problem(HttpStatus.BAD_REQUEST, "MAIL_TOKEN_INVALID", it);
            case AuthRefusal.NoSuchSession it -> problem(HttpStatus.NOT_FOUND, "NO_SUCH_SESSION", it);
            case AuthRefusal.TooManyAttempts it -> problem(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS", it);
            case AuthRefusal.SecondFactorCodeMissing it -> problem(HttpStatus.UNAUTHORIZED, "SECOND_FACTOR_NEEDED", it);
            case AuthRefusal.SecondFactorWrong it -> problem(HttpStatus.UNAUTHORIZED, "SECOND_FACTOR_WRONG", it);
            case AuthRefusal.SecondFactorAlreadyEnabled it -> problem(HttpStatus.CONFLICT, "SECOND_FACTOR_IS_ON", it);
            case AuthRefusal.SecondFactorNotEnabled it -> problem(HttpStatus.CONFLICT, "SECOND_FACTOR_IS_OFF", it);
            case AuthRefusal.SecondFactorRequired it -> problem(HttpStatus.CONFLICT, "SECOND_FACTOR_REQUIRED", it);
            case AuthRefusal.AccountSuspended it -> problem(HttpStatus.FORBIDDEN, "ACCOUNT_SUSPENDED", it);
            case AuthRefusal.NoSuchAccount it -> problem(HttpStatus.NOT_FOUND, "NO_SUCH_ACCOUNT", it);
            case AuthRefusal.OwnAccount it -> problem(HttpStatus.CONFLICT, "OWN_ACCOUNT", it);
            case AuthRefusal.LastAdmin it -> problem(HttpStatus.CONFLICT, "LAST_ADMIN", it);
            case AuthRefusal.EmailNotVerified it -> problem(HttpStatus.CONFLICT, "EMAIL_NOT_VERIFIED", it);
            case AuthRefusal.ClientExists it -> problem(HttpStatus.CONFLICT, "CLIENT_EXISTS", it);
            case AuthRefusal.NoSuchClient it -> problem(HttpStatus.NOT_FOUND, "NO_SUCH_CLIENT", it);
            case AuthRefusal.NoSuchService it -> problem(HttpStatus.BAD_REQUEST, "NO_SUCH_SERVICE", it);
            case AuthRefusal.TooManyKeys it -> problem(HttpStatus.CONFLICT, "TOO_MANY_KEYS", it);
            case AuthRefusal.NoSuchKey it -> problem(HttpStatus.NOT_FOUND, "NO_SUCH_KEY", it);
            case AuthRefusal.GoogleNotConfigured it -> problem(HttpStatus.NOT_FOUND, "GOOGLE_IS_OFF", it);
            case AuthRefusal.SignInFailed it -> problem(HttpStatus.UNAUTHORIZED, "SIGN_IN_FAILED", it);
            case AuthRefusal.EmailNotVerifiedByGoogle it -> problem(HttpStatus.FORBIDDEN, "EMAIL_NOT_VERIFIED", it);
            case AuthRefusal.AccountEmailNotVerified it -> problem(HttpStatus.CONFLICT, "ACCOUNT_NOT_VERIFIED", it);
            case AuthRefusal.OAuthError it -> oauth(it);
            case AuthRefusal.TooBusy it -> problem(HttpStatus.TOO_MANY_REQUESTS, "LOGIN_BUSY", it);
        };
    }

    private static ResponseEntity<ProblemDetail> oauth(AuthRefusal.OAuthError refusal) {
        var isClient = refusal.error().equals("invalid_client");
        var problem = Problems.problem(
                isClient ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                refusal.error().toUpperCase(Locale.ROOT),
                String.valueOf(refusal.getMessage()));
        problem.setProperty("error", refusal.error());
        var answer = ResponseEntity.status(problem.getStatus());
        if (isClient) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"oauth2\"");
        }
        return answer.body(problem);
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
