package com.ecom.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MailKeyTests {

    @Test
    void theKeyThatEverybodyKnowsIsForDevelopmentOnly() {
        var dev = new MockEnvironment();
        dev.setActiveProfiles("dev");

        assertThat(new MailKey("", dev).seal("a token")).doesNotContain("a token");
        assertThatIllegalStateException()
                .isThrownBy(() -> new MailKey("", new MockEnvironment()))
                .withMessageContaining("ecom.auth.mail-key");
    }
}
