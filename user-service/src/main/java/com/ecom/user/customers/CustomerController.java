package com.ecom.user.customers;

import com.ecom.core.security.Caller;
import com.ecom.user.web.ExpectedVersion;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users/me")
@RequiredArgsConstructor
class CustomerController {

    private final RegisterCustomer registerCustomer;
    private final ChangeCustomer changeCustomer;
    private final Customers customers;

    /** The caller's profile. */
    @GetMapping("/profile")
    ResponseEntity<ProfileView> profile(Caller caller) {
        return profileOf(registerCustomer.handle(caller));
    }

    /** Replaces the profile, in the version that was read. */
    @PutMapping("/profile")
    ResponseEntity<ProfileView> changeProfile(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Profile wanted) {
        return profileOf(
                changeCustomer.handle(caller, ExpectedVersion.ofIfMatch(ifMatch), id -> customers.update(id, wanted)));
    }

    /** Which mails the caller wants, and how. */
    @GetMapping("/preferences")
    ResponseEntity<Preferences> preferences(Caller caller) {
        return preferencesOf(registerCustomer.handle(caller));
    }

    /** Replaces the preferences, in the version that was read. */
    @PutMapping("/preferences")
    ResponseEntity<Preferences> changePreferences(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Preferences wanted) {
        return preferencesOf(
                changeCustomer.handle(caller, ExpectedVersion.ofIfMatch(ifMatch), id -> customers.update(id, wanted)));
    }

    private static ResponseEntity<ProfileView> profileOf(Customer it) {
        return ResponseEntity.ok().eTag(ExpectedVersion.tagOf(it.version())).body(ProfileView.of(it));
    }

    private static ResponseEntity<Preferences> preferencesOf(Customer it) {
        return ResponseEntity.ok().eTag(ExpectedVersion.tagOf(it.version())).body(it.preferences());
    }

    record ProfileView(
            UUID userId,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phoneNumber,
            Instant createdAt,
            Instant updatedAt) {

        static ProfileView of(Customer it) {
            var profile = it.profile();
            return new ProfileView(
                    it.id(),
                    it.email(),
                    profile.firstName(),
                    profile.lastName(),
                    profile.phoneNumber(),
                    it.createdAt(),
                    it.updatedAt());
        }
    }
}
