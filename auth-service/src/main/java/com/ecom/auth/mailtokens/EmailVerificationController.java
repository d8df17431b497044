package com.ecom.auth.mailtokens;

import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.secrets.Secret;
import com.ecom.core.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/email-verification")
@RequiredArgsConstructor
class EmailVerificationController {

    private final Accounts accounts;
    private final RequestMail requestMail;
    private final VerifyEmail verifyEmail;

    /** Sends the mail once more; at most one a minute, and none if there is nothing left to verify. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(Caller caller, @RequestBody(required = false) @Nullable Nothing asked) {
        requestMail.toVerifyEmail(accounts.get(caller.id()));
    }

    /** Confirms an address with the token that was mailed to it. */
    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody @Valid Confirmation given) {
        verifyEmail.handle(new MailToken(given.token));
    }

    /** The caller has nothing to choose. */
    record Nothing() {}

    record Confirmation(
            @NotNull @Pattern(regexp = Secret.FORM) String token) {

        @Override
        public String toString() {
            return "Confirmation[…]";
        }
    }
}
