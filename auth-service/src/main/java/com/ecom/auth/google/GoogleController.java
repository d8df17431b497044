package com.ecom.auth.google;

import com.ecom.auth.secondfactor.CheckSecondFactor;
import com.ecom.auth.secrets.Secret;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.InputPatterns;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.core.text.Characters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The storefront begins, keeps the attempt in a cookie of its own, and finishes: no token is ever in an address. */
@RestController
@RequestMapping("/api/auth/google")
@RequiredArgsConstructor
class GoogleController {

    private final SignInWithGoogle signIn;

    /** Begins a sign-in with Google: where to send the browser, and what it has to bring back. */
    @PostMapping("/start")
    Start start(@RequestBody(required = false) @Nullable Nothing asked) {
        var started = signIn.begin();
        return new Start(signIn.authorizationUrl(started), started.holder());
    }

    /** Ends a sign-in with Google with tokens, opening an account for an address that has none. */
    @PostMapping("/finish")
    TokenResponse finish(HttpServletRequest request, @RequestBody @Valid Finish given) {
        return signIn.finish(given.state, given.attempt, given.code, given.secondFactor, RequestOrigin.of(request));
    }

    /** There is nothing to choose. */
    record Nothing() {}

    /** @param attempt to be sent back with what comes back, by the same browser only */
    record Start(String authorizationUrl, String attempt) {

        @Override
        public String toString() {
            return "Start[…]";
        }
    }

    /** @param secondFactor of those who have one; where it is missing, the same request may be sent again with it */
    record Finish(
            @NotNull @Pattern(regexp = Secret.FORM) String state,
            @NotNull @Pattern(regexp = Secret.FORM) String attempt,

            @NotBlank @Characters(max = 2048) @Pattern(regexp = InputPatterns.ASCII)
            String code,

            @Nullable @Pattern(regexp = CheckSecondFactor.CODE)
            String secondFactor) {

        @Override
        public String toString() {
            return "Finish[…]";
        }
    }
}
