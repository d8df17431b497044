package com.ecom.auth.staff;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.mailtokens.RequestMail;
import com.ecom.auth.web.InputPatterns;
import com.ecom.core.address.EmailAddress;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/accounts")
@RequiredArgsConstructor
class AdminAccountsController {

    private final AccountDirectory directory;
    private final AdministerAccounts administer;
    private final RequestMail requestMail;

    /** The newest first. */
    @GetMapping
    Page<AccountDirectory.AccountEntry> accounts(
            @RequestParam(required = false) @Nullable @Characters(max = 254) @EmailAddress String email,
            @RequestParam(defaultValue = "false") boolean staffOnly,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var wanted = email == null ? null : new Email(email);
        return directory.page(wanted, staffOnly, cursor, size);
    }

    /** One account, as staff see it. */
    @GetMapping("/{accountId}")
    AccountDirectory.AccountEntry account(@PathVariable UUID accountId) {
        return directory.get(accountId);
    }

    /** Opens an account with roles for an address, to which a way to set the password is mailed. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccountDirectory.AccountEntry invite(Caller caller, @RequestBody @Valid Invitation asked) {
        var email = new Email(asked.email);
        var invited = administer.invite(caller.id(), email, rolesOf(asked.roles), asked.reason);
        requestMail.toResetPassword(email, "an invitation");
        return directory.get(invited.id());
    }

    /**
     * Gives an account exactly these roles as staff; if that changes anything, its sessions end. One administrator has to
     * remain.
     */
    @PutMapping("/{accountId}/roles")
    AccountDirectory.AccountEntry changeRoles(
            Caller caller, @PathVariable UUID accountId, @RequestBody @Valid Roles wanted) {
        administer.changeRoles(caller.id(), accountId, rolesOf(wanted.roles), wanted.reason);
        return directory.get(accountId);
    }

    /** Locks an account and ends its sessions. */
    @PostMapping("/{accountId}/suspension")
    AccountDirectory.AccountEntry suspend(
            Caller caller, @PathVariable UUID accountId, @RequestBody @Valid Reason given) {
        administer.suspend(caller.id(), accountId, given.reason);
        return directory.get(accountId);
    }

    /** Unlocks an account. */
    @PostMapping("/{accountId}/restoration")
    AccountDirectory.AccountEntry restore(
            Caller caller, @PathVariable UUID accountId, @RequestBody @Valid Reason given) {
        administer.restore(caller.id(), accountId, given.reason);
        return directory.get(accountId);
    }

    /** Takes away the second factor of somebody who has lost it, and ends their sessions. */
    @PostMapping("/{accountId}/second-factor-removal")
    AccountDirectory.AccountEntry removeSecondFactor(
            Caller caller, @PathVariable UUID accountId, @RequestBody @Valid Reason given) {
        administer.removeSecondFactor(caller.id(), accountId, given.reason);
        return directory.get(accountId);
    }

    private static Set<Role> rolesOf(Set<StaffRole> roles) {
        return roles.stream().map(it -> Role.valueOf(it.name())).collect(Collectors.toSet());
    }

    /** What one can be besides a customer. */
    enum StaffRole {
        SUPPORT,
        MODERATOR,
        CATALOG,
        OPERATOR,
        ADMIN
    }

    record Invitation(
            @NotNull @EmailAddress String email,

            @NotEmpty Set<@NotNull StaffRole> roles,

            @NotBlank @Characters(max = 150) @Pattern(regexp = InputPatterns.TEXT)
            String reason) {}

    /** @param roles all that the account shall have as staff; none makes it a customer's */
    record Roles(
            @NotNull Set<@NotNull StaffRole> roles,

            @NotBlank @Characters(max = 150) @Pattern(regexp = InputPatterns.TEXT)
            String reason) {}

    record Reason(
            @NotBlank @Characters(max = 150) @Pattern(regexp = InputPatterns.TEXT)
            String reason) {}
}
