package com.ecom.auth;

import com.ecom.core.service.Caller;
import com.ecom.core.text.Characters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/second-factor")
class SecondFactorController {

    /** From an authenticator app, or one to recover with. */
    static final String CODE = Totp.FORM + "|" + RecoveryCode.FORM;

    private final ShowPassword showPassword;
    private final SetUpSecondFactor setUp;
    private final CheckSecondFactor check;
    private final StaffSecondFactor state;

    SecondFactorController(
            ShowPassword showPassword, SetUpSecondFactor setUp, CheckSecondFactor check, StaffSecondFactor state) {
        this.showPassword = showPassword;
        this.setUp = setUp;
        this.check = check;
        this.state = state;
    }

    @GetMapping
    StaffSecondFactor.State state(Caller caller) {
        return state.of(caller.id());
    }

    /** Whoever only found an open session learns no secret. */
    @PostMapping
    Proposal propose(Caller caller, HttpServletRequest request, @RequestBody @Valid Password given) {
        var account = showPassword.handle(caller.id(), given.password, Visitor.of(request));
        var secret = setUp.propose(account);
        return new Proposal(Base32.encode(secret), Totp.uri(account.email().value(), secret));
    }

    @PostMapping("/confirmation")
    SetUpSecondFactor.Confirmed confirm(Caller caller, HttpServletRequest request, @RequestBody @Valid Code given) {
        return setUp.confirm(state.accountOf(caller.id()), given.code, Visitor.of(request));
    }

    @PostMapping("/removal")
    Grant remove(Caller caller, HttpServletRequest request, @RequestBody @Valid Removal given) {
        var visitor = Visitor.of(request);
        var account = showPassword.handle(caller.id(), given.password, visitor);
        state.mustBeDispensable(account);
        if (!check.handle(account, given.code, visitor)) {
            throw new AuthRefusal.SecondFactorIsOff();
        }
        return setUp.remove(account, visitor);
    }

    record Password(
            @NotNull @Characters(min = 1, max = 128) @Pattern(regexp = AccountsController.TEXT)
            String password) {

        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    record Code(@NotNull @Pattern(regexp = Totp.FORM) String code) {}

    record Removal(
            @NotNull @Characters(min = 1, max = 128) @Pattern(regexp = AccountsController.TEXT)
            String password,

            @NotNull @Pattern(regexp = CODE) String code) {

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
