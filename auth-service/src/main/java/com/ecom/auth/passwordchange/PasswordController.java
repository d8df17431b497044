package com.ecom.auth.passwordchange;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.mailtokens.MailToken;
import com.ecom.auth.mailtokens.RequestMail;
import com.ecom.auth.passwords.CommonPasswords;
import com.ecom.auth.secondfactor.CheckSecondFactor;
import com.ecom.auth.secrets.Secret;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.InputPatterns;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.core.address.AsReached;
import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.concurrent.Executor;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

@RestController
@RequestMapping("/api/auth")
@RequiredArgsConstructor
class PasswordController {

    private final ChangePassword changePassword;
    private final ResetPassword resetPassword;
    private final RequestMail requestMail;

    @Qualifier("applicationTaskExecutor")
    private final Executor executor;

    /** Sets another password, which ends all other sessions. */
    @PostMapping("/password")
    TokenResponse change(Caller caller, HttpServletRequest request, @RequestBody @Valid PasswordChange asked) {
        return changePassword.handle(
                caller.id(), asked.currentPassword, asked.code, asked.newPassword, RequestOrigin.of(request));
    }

    /** Answers before the account is looked up, so that neither words nor time reveal whether it exists. */
    @PostMapping("/password-reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void askToReset(HttpServletRequest request, @RequestBody @Valid ResetRequest asked) {
        var email = new Email(asked.email);
        var origin = RequestOrigin.of(request);
        resetPassword.admit(email, origin);
        executor.execute(() -> requestMail.toResetPassword(email, origin.device()));
    }

    /** Sets a password with the token that was mailed, which ends all sessions. */
    @PostMapping("/password-reset/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(HttpServletRequest request, @RequestBody @Valid Reset asked) {
        resetPassword.handle(new MailToken(asked.token), asked.newPassword, RequestOrigin.of(request));
    }

    /** @param code of those who have a second factor */
    record PasswordChange(
            @NotNull @Characters(min = 1, max = 128) @Pattern(regexp = InputPatterns.TEXT)
            String currentPassword,

            @NotNull
            @Characters(min = CommonPasswords.SHORTEST_PASSWORD, max = 128)
            @Pattern(regexp = InputPatterns.TEXT)
            String newPassword,

            @Nullable @Pattern(regexp = CheckSecondFactor.CODE)
            String code) {

        @Override
        public String toString() {
            return "PasswordChange[…]";
        }
    }

    record ResetRequest(
            @NotBlank
            @Characters(max = 254)
            @Pattern(regexp = InputPatterns.ASCII)
            @JsonDeserialize(using = AsReached.class)
            String email) {}

    record Reset(
            @NotNull @Pattern(regexp = Secret.FORM) String token,

            @NotNull
            @Characters(min = CommonPasswords.SHORTEST_PASSWORD, max = 128)
            @Pattern(regexp = InputPatterns.TEXT)
            String newPassword) {

        @Override
        public String toString() {
            return "Reset[…]";
        }
    }
}
