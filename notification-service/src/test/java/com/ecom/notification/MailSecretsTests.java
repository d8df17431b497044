package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ecom.notification.Templates.Mail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MailSecretsTests {

    private static final MailSettings WITHOUT_A_KEY = new MailSettings(
            "shop@example.com",
            Duration.ofMinutes(5),
            Duration.ofDays(2),
            Duration.ofMinutes(15),
            20,
            List.of(),
            Duration.ofDays(180));

    @Test
    void thePublicKeyPairIsForDevelopmentOnly() {
        var dev = new MockEnvironment();
        dev.setActiveProfiles("dev");

        assertThatCode(() -> new MailSecrets(WITHOUT_A_KEY, dev)).doesNotThrowAnyException();
        assertThatIllegalStateException()
                .isThrownBy(() -> new MailSecrets(WITHOUT_A_KEY, new MockEnvironment()))
                .withMessageContaining("ecom.notifications.mail-keys");
    }

    @Test
    void aMailWithoutASecretIsSentAsItIsKept() {
        var dev = new MockEnvironment();
        dev.setActiveProfiles("dev");

        assertThat(new MailSecrets(WITHOUT_A_KEY, dev).bodyOf(new Mail("Hello", "{token}")))
                .isEqualTo("{token}");
    }
}
