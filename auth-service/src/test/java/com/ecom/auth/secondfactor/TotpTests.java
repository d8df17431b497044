package com.ecom.auth.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    /** RFC 6238, appendix B, of which apps show the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long time, String code) {
        assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(time))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void acceptsOneStepBeforeAndAfter(long seconds, boolean accepted) {
        var code = Totp.codeAt(SECRET, NOW.plusSeconds(seconds));

        assertThat(Totp.stepOf(SECRET, code, NOW).isPresent()).isEqualTo(accepted);
    }

    @Test
    void laterCodesHaveLaterSteps() {
        var later = NOW.plus(Duration.ofSeconds(30));

        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, later), NOW).orElseThrow())
                .isEqualTo(Totp.stepOf(SECRET, Totp.codeAt(SECRET, NOW), NOW).orElseThrow() + 1);
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsInBase32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void aRecoveryCodeIsTheSameHoweverItIsWritten() {
        var code = RecoveryCode.fresh();

        assertThat(code.value()).matches(RecoveryCode.FORM).hasSize(29);
        assertThat(new RecoveryCode(
                                code.value().toUpperCase(java.util.Locale.ROOT).replace("-", ""))
                        .hash())
                .isEqualTo(code.hash());
        assertThat(RecoveryCode.fresh().hash()).isNotEqualTo(code.hash());
    }
}
