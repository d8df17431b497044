package com.ecom.user;

import com.ecom.core.service.Caller;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
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
class CustomerController {

    private final MeetCustomer meetCustomer;
    private final ChangeCustomer changeCustomer;
    private final Customers customers;

    CustomerController(MeetCustomer meetCustomer, ChangeCustomer changeCustomer, Customers customers) {
        this.meetCustomer = meetCustomer;
        this.changeCustomer = changeCustomer;
        this.customers = customers;
    }

    @GetMapping("/profile")
    ResponseEntity<ProfileView> profile(Caller caller) {
        return profileOf(meetCustomer.handle(caller));
    }

    @PutMapping("/profile")
    ResponseEntity<ProfileView> changeProfile(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Profile wanted) {
        return profileOf(changeCustomer.handle(caller, Version.seen(ifMatch), id -> customers.keep(id, wanted)));
    }

    @GetMapping("/preferences")
    ResponseEntity<Preferences> preferences(Caller caller) {
        return preferencesOf(meetCustomer.handle(caller));
    }

    @PutMapping("/preferences")
    ResponseEntity<Preferences> changePreferences(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Preferences wanted) {
        return preferencesOf(changeCustomer.handle(caller, Version.seen(ifMatch), id -> customers.keep(id, wanted)));
    }

    private static ResponseEntity<ProfileView> profileOf(Customer it) {
        return ResponseEntity.ok().eTag(Version.tagOf(it.version())).body(ProfileView.of(it));
    }

    private static ResponseEntity<Preferences> preferencesOf(Customer it) {
        return ResponseEntity.ok().eTag(Version.tagOf(it.version())).body(it.preferences());
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
