package com.ecom.auth.login;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.passwords.CommonPasswords;
import com.ecom.auth.secondfactor.CheckSecondFactor;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.InputPatterns;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.core.address.AsReached;
import com.ecom.core.address.EmailAddress;
import com.ecom.core.text.Characters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import tools.jackson.databind.annotation.JsonDeserialize;

@RestController
@RequestMapping("/api/auth")
@RequiredArgsConstructor
class AccountsController {

    private final SignUp signUp;
    private final LogIn logIn;

    /** Opens an account for an address that has none, and signs in. */
    @PostMapping("/signup")
    @ResponseStatus(HttpStatus.CREATED)
    TokenResponse signUp(HttpServletRequest request, @RequestBody @Valid NewAccount asked) {
        return signUp.handle(new Email(asked.email), asked.password, RequestOrigin.of(request));
    }

    /** Signs in with password and, where the account has one, second factor. */
    @PostMapping("/login")
    TokenResponse logIn(HttpServletRequest request, @RequestBody @Valid Credentials given) {
        return logIn.handle(new Email(given.email), given.password, given.code, RequestOrigin.of(request));
    }

    record NewAccount(
            @NotNull @EmailAddress String email,

            @NotNull
            @Characters(min = CommonPasswords.SHORTEST_PASSWORD, max = 128)
            @Pattern(regexp = InputPatterns.TEXT)
            String password) {

        @Override
        public String toString() {
            return "NewAccount[…]";
        }
    }

    /**
     * @param email read as at sign-up, and looked up even if sign-up would refuse it today
     * @param code of those who have a second factor: from their authenticator app, or one to recover with
     */
    record Credentials(
            @NotBlank
            @Characters(max = 254)
            @Pattern(regexp = InputPatterns.ASCII)
            @JsonDeserialize(using = AsReached.class)
            String email,

            @NotNull @Characters(min = 1, max = 128) @Pattern(regexp = InputPatterns.TEXT)
            String password,

            @Nullable @Pattern(regexp = CheckSecondFactor.CODE)
            String code) {

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }
}
