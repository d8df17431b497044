package com.ecom.auth.mailtokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MailTokenSealerTests {

    @Test
    void theKeyThatEverybodyKnowsIsForDevelopmentOnly() {
        var dev = new MockEnvironment();
        dev.setActiveProfiles("dev");

        assertThat(new MailTokenSealer("", dev).seal("a token")).doesNotContain("a token");
        assertThatIllegalStateException()
                .isThrownBy(() -> new MailTokenSealer("", new MockEnvironment()))
                .withMessageContaining("ecom.auth.mail-key");
    }
}
