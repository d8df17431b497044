package com.ecom.auth.secondfactor;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.passwords.VerifyPassword;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.InputPatterns;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/second-factor")
@RequiredArgsConstructor
class SecondFactorController {

    private final VerifyPassword verifyPassword;
    private final SetUpSecondFactor setUp;
    private final CheckSecondFactor check;
    private final SecondFactorStatus state;

    /** Whether the caller has a second factor, and how many recovery codes are left. */
    @GetMapping
    SecondFactorStatus.SecondFactor state(Caller caller) {
        return state.of(caller.id());
    }

    /** Requires the password: an open session alone does not reveal the secret. */
    @PostMapping
    Proposal propose(Caller caller, HttpServletRequest request, @RequestBody @Valid Password given) {
        var account = verifyPassword.handle(caller.id(), given.password, RequestOrigin.of(request));
        var secret = setUp.propose(account);
        return new Proposal(Base32.encode(secret), Totp.uri(account.email().value(), secret));
    }

    /** Switches the second factor on with a first code, and answers recovery codes once. */
    @PostMapping("/confirmation")
    SetUpSecondFactor.Confirmed confirm(Caller caller, HttpServletRequest request, @RequestBody @Valid Code given) {
        return setUp.confirm(state.accountOf(caller.id()), given.code, RequestOrigin.of(request));
    }

    /** Switches the second factor off; needs the password and a code. */
    @PostMapping("/removal")
    TokenResponse remove(Caller caller, HttpServletRequest request, @RequestBody @Valid Removal given) {
        var origin = RequestOrigin.of(request);
        var account = verifyPassword.handle(caller.id(), given.password, origin);
        state.requireOptional(account);
        if (!check.handle(account, given.code, origin)) {
            throw new AuthRefusal.SecondFactorNotEnabled();
        }
        return setUp.remove(account, origin);
    }

    record Password(
            @NotNull @Characters(min = 1, max = 128) @Pattern(regexp = InputPatterns.TEXT)
            String password) {

        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    record Code(@NotNull @Pattern(regexp = Totp.FORM) String code) {}

    record Removal(
            @NotNull @Characters(min = 1, max = 128) @Pattern(regexp = InputPatterns.TEXT)
            String password,

            @NotNull @Pattern(regexp = CheckSecondFactor.CODE)
            String code) {

        @Override
        public String toString() {
            return "Removal[…]";
        }
    }

    /**
     * @param secret in Base32, to be typed
     * @param uri the same, to be shown as a QR code
     */
    record Proposal(String secret, String uri) {

        @Override
        public String toString() {
            return "Proposal[…]";
        }
    }
}
