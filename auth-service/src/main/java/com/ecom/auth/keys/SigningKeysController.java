package com.ecom.auth.keys;

import com.ecom.auth.web.InputPatterns;
import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/signing-keys")
@RequiredArgsConstructor
class SigningKeysController {

    private final SigningKeys keys;
    private final KeyRing ring;
    private final RotateKeys rotateKeys;

    /** The newest first, those that are published no longer among them. */
    @GetMapping
    KeyList keys() {
        return new KeyList(keys.all());
    }

    /** Makes a new key sign from now on; tokens of the old one count until they end. */
    @PostMapping("/rotation")
    KeyList rotate(Caller caller, @RequestBody @Valid KeyReason given) {
        rotateKeys.rotate(caller.id(), given.reason);
        ring.refresh();
        return keys();
    }

    /**
     * Takes a key out of use at once, with every token that it has signed. If none would be left, a new one signs at once.
     */
    @PostMapping("/{keyId}/removal")
    KeyList remove(
            Caller caller,
            @PathVariable @Pattern(regexp = InputPatterns.ASCII) @Characters(max = 64) String keyId,
            @RequestBody @Valid KeyReason given) {
        rotateKeys.remove(caller.id(), keyId, given.reason);
        ring.refresh();
        return keys();
    }

    record KeyList(List<SigningKeys.KeyLife> items) {}

    record KeyReason(
            @NotBlank @Characters(max = 100) @Pattern(regexp = InputPatterns.TEXT)
            String reason) {}
}
