package com.ecom.payment.webhooks;

import com.ecom.core.text.Characters;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets that the provider signs with.
 *
 * @param previousWebhookSecret still valid while the current one replaces it
 */
@Validated
@ConfigurationProperties("ecom.payment.provider")
record WebhookProperties(
        @NotBlank @Characters(min = 16) String webhookSecret,
        @Nullable @Characters(min = 16) String previousWebhookSecret) {

    List<String> secrets() {
        return Stream.of(webhookSecret, previousWebhookSecret)
                .filter(Objects::nonNull)
                .toList();
    }
}
