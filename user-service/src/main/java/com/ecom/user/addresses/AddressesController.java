package com.ecom.user.addresses;

import com.ecom.core.security.Caller;
import com.ecom.core.web.Page;
import com.ecom.user.web.ExpectedVersion;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users/me/addresses")
@RequiredArgsConstructor
class AddressesController {

    private final Addresses addresses;
    private final ChangeAddresses changeAddresses;

    /** The caller's addresses, the default first. */
    @GetMapping
    Page<Address> all(Caller caller) {
        return new Page<>(addresses.of(caller.id()), null);
    }

    /** Adds an address, the first as default. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Address> add(Caller caller, @RequestBody @Valid AddressForm form) {
        var added = changeAddresses.add(caller, form);
        return ResponseEntity.created(URI.create("/api/users/me/addresses/" + added.addressId()))
                .eTag(ExpectedVersion.tagOf(added.version()))
                .body(added);
    }

    /** Replaces an address, in the version that was read. */
    @PutMapping("/{addressId}")
    ResponseEntity<Address> replace(
            Caller caller,
            @PathVariable UUID addressId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid AddressForm form) {
        return answer(changeAddresses.replace(caller, addressId, ExpectedVersion.ofIfMatch(ifMatch), form));
    }

    /** Deletes an address. */
    @DeleteMapping("/{addressId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID addressId) {
        changeAddresses.remove(caller, addressId);
    }

    /** Makes an address the one that orders go to. */
    @PostMapping("/{addressId}/default")
    ResponseEntity<Address> makeDefault(Caller caller, @PathVariable UUID addressId) {
        return answer(changeAddresses.makeDefault(caller, addressId));
    }

    private static ResponseEntity<Address> answer(Address it) {
        return ResponseEntity.ok().eTag(ExpectedVersion.tagOf(it.version())).body(it);
    }
}
