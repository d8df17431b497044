package com.ecom.auth.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySealTests {

    private static final byte[] SECRET = "a private key".getBytes(UTF_8);

    private final KeySeal seal = new KeySeal(base64(32, 1));

    @Test
    void opensWhatItSealed() {
        var sealed = seal.seal("key-1", SECRET);

        assertThat(seal.open("key-1", sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, UTF_8)).doesNotContain("private");
    }

    @Test
    void neverSealsTheSameTwice() {
        assertThat(seal.seal("key-1", SECRET)).isNotEqualTo(seal.seal("key-1", SECRET));
    }

    @Test
    void refusesWhatWasSealedUnderAnotherId() {
        var sealed = seal.seal("key-1", SECRET);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> seal.open("key-2", sealed));
    }

    @Test
    void refusesWhatAnotherKeySealed() {
        var sealed = new KeySeal(base64(32, 2)).seal("key-1", SECRET);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> seal.open("key-1", sealed));
    }

    @Test
    void refusesWhatWasTouched() {
        var sealed = seal.seal("key-1", SECRET);
        sealed[sealed.length - 1] ^= 1;

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> seal.open("key-1", sealed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "change-me", "c2hvcnQ="})
    void refusesAnythingButAKeyAndDoesNotRepeatIt(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeySeal(given))
                .withMessage("ecom.auth.key-encryption-key must be 32 random bytes in Base64")
                .withNoCause();
    }

    private static String base64(int length, int each) {
        var bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) each);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
