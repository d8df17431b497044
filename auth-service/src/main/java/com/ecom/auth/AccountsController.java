package com.ecom.auth;

import com.ecom.core.address.AsReached;
import com.ecom.core.address.EmailAddress;
import com.ecom.core.text.Characters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
class AccountsController {

    /** Anything people can type; half a character (a lone surrogate) is not. */
    static final String TEXT = "[^\\p{Cc}\\p{Cs}]*";

    static final String ASCII = "[!-~]*";

    private final SignUp signUp;
    private final LogIn logIn;

    AccountsController(SignUp signUp, LogIn logIn) {
        this.signUp = signUp;
        this.logIn = logIn;
    }

    @PostMapping("/signup")
    @ResponseStatus(HttpStatus.CREATED)
    Grant signUp(HttpServletRequest request, @RequestBody @Valid NewAccount asked) {
        return signUp.handle(new Email(asked.email), asked.password, Visitor.of(request));
    }

    @PostMapping("/login")
    Grant logIn(HttpServletRequest request, @RequestBody @Valid Credentials given) {
        return logIn.handle(new Email(given.email), given.password, given.code, Visitor.of(request));
    }

    record NewAccount(
            @NotNull @EmailAddress String email,

            @NotNull @Characters(min = CommonPasswords.SHORTEST_PASSWORD, max = 128) @Pattern(regexp = TEXT)
            String password) {

        @Override
        public String toString() {
            return "NewAccount[…]";
        }
    }

    /**
     * @param email read as at sign-up, and looked up even if nobody could sign up with it today
     * @param code of those who have a second factor: from their authenticator app, or one to recover with
     */
    record Credentials(
            @NotBlank @Size(max = 254) @Pattern(regexp = ASCII) @JsonDeserialize(using = AsReached.class)
            String email,

            @NotNull @Characters(min = 1, max = 128) @Pattern(regexp = TEXT)
            String password,

            @Nullable @Pattern(regexp = SecondFactorController.CODE)
            String code) {

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }
}
