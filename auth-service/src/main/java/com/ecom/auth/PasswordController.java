package com.ecom.auth;

import com.ecom.core.address.AsReached;
import com.ecom.core.service.Caller;
import com.ecom.core.text.Characters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.concurrent.Executor;
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
class PasswordController {

    private final ChangePassword changePassword;
    private final ResetPassword resetPassword;
    private final AskForMail askForMail;
    private final Executor executor;

    PasswordController(
            ChangePassword changePassword,
            ResetPassword resetPassword,
            AskForMail askForMail,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.changePassword = changePassword;
        this.resetPassword = resetPassword;
        this.askForMail = askForMail;
        this.executor = executor;
    }

    @PostMapping("/password")
    Grant change(Caller caller, HttpServletRequest request, @RequestBody @Valid PasswordChange asked) {
        return changePassword.handle(
                caller.id(), asked.currentPassword, asked.code, asked.newPassword, Visitor.of(request));
    }

    /** Answered before anybody looks whether there is such an account, so that neither words nor time tell. */
    @PostMapping("/password-reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void askToReset(HttpServletRequest request, @RequestBody @Valid ResetRequest asked) {
        var email = new Email(asked.email);
        var visitor = Visitor.of(request);
        resetPassword.admit(email, visitor);
        executor.execute(() -> askForMail.toResetThePassword(email, visitor.device()));
    }

    @PostMapping("/password-reset/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(HttpServletRequest request, @RequestBody @Valid Reset asked) {
        resetPassword.handle(new MailToken(asked.token), asked.newPassword, Visitor.of(request));
    }

    /** @param code of those who have a second factor */
    record PasswordChange(
            @NotNull @Characters(min = 1, max = 128) @Pattern(regexp = AccountsController.TEXT)
            String currentPassword,

            @NotNull
            @Characters(min = CommonPasswords.SHORTEST_PASSWORD, max = 128)
            @Pattern(regexp = AccountsController.TEXT)
            String newPassword,

            @Nullable @Pattern(regexp = SecondFactorController.CODE)
            String code) {

        @Override
        public String toString() {
            return "PasswordChange[…]";
        }
    }

    record ResetRequest(
            @NotBlank
            @Size(max = 254)
            @Pattern(regexp = AccountsController.ASCII)
            @JsonDeserialize(using = AsReached.class)
            String email) {}

    record Reset(
            @NotNull @Pattern(regexp = Secret.FORM) String token,

            @NotNull
            @Characters(min = CommonPasswords.SHORTEST_PASSWORD, max = 128)
            @Pattern(regexp = AccountsController.TEXT)
            String newPassword) {

        @Override
        public String toString() {
            return "Reset[…]";
        }
    }
}
