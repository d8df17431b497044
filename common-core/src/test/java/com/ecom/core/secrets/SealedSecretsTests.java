package com.ecom.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedSecretsTests {

    private final KeyPair ours = keys();
    private final SecretSealer sealer = new SecretSealer(text(ours.getPublic().getEncoded()));

    @Test
    void onlyWhoHasThePrivateKeyReadsASecret() {
        var sealed = sealer.seal("a token");

        assertThat(sealed).doesNotContain("a token").isNotEqualTo(sealer.seal("a token"));
        assertThat(openerOf(ours).open(sealed)).isEqualTo("a token");
        assertThatIllegalStateException().isThrownBy(() -> openerOf(keys()).open(sealed));
    }

    @Test
    void whatWasSealedForTheKeyBeforeStillOpensWhileKeysAreExchanged() {
        var sealed = sealer.seal("a token");

        assertThat(openerOf(keys(), ours).open(sealed)).isEqualTo("a token");
    }

    @Test
    void whatWasChangedOnItsWayDoesNotOpen() {
        var sealed = sealer.seal("a token");
        var parts = sealed.split("\\.");
        parts[3] = (parts[3].startsWith("A") ? "B" : "A") + parts[3].substring(1);

        assertThatIllegalStateException().isThrownBy(() -> openerOf(ours).open(String.join(".", parts)));
        assertThatIllegalStateException().isThrownBy(() -> openerOf(ours).open("a token"));
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutBeingRepeated() {
        var key = text(new byte[] {1, 2, 3});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretOpener(List.of(key)))
                .withMessageNotContaining(key);
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretSealer("no key"));
    }

    private static SecretOpener openerOf(KeyPair... pairs) {
        return new SecretOpener(List.of(pairs).stream()
                .map(it -> text(it.getPrivate().getEncoded()))
                .toList());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
