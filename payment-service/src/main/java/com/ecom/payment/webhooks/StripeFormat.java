package com.ecom.payment.webhooks;

import com.ecom.payment.model.StripeAmounts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe's events, signed as its own library checks it. They are read by name and not through the library's classes, which
 * understand one version of them only. What is not about a payment of an order of ours is none of our business.
 */
@Component
@ConditionalOnProperty(name = "ecom.payment.provider.kind", havingValue = "stripe")
class StripeFormat implements WebhookFormat {

    private final List<String> secrets;
    private final JsonMapper json;

    StripeFormat(WebhookProperties properties, JsonMapper json) {
        this.secrets = properties.secrets();
        this.json = json;
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public boolean isGenuine(String signature, byte[] body, Instant now) {
        return StripeSignature.isGenuine(secrets, signature, body, now);
    }

    @Override
    public Optional<ProviderEvent> read(byte[] body) {
        try {
            var event = json.readTree(body);
            var about = event.path("data").path("object");
            var order = idIn(about.path("metadata").path("order_id"));
            var type = typeOf(event.path("type").asString(""), about);
            return order == null || type == null
                    ? Optional.empty()
                    : Optional.of(event(event.path("id").asString(""), type, order, about)
                            .checked());
        } catch (JacksonException e) {
            throw new WebhookRefused.NotUnderstood();
        }
    }

    private static @Nullable String typeOf(String theirs, JsonNode about) {
        return switch (theirs) {
            case "payment_intent.amount_capturable_updated" -> "payment.authorized";
            case "payment_intent.succeeded" -> "payment.captured";
            case "payment_intent.payment_failed" -> "payment.declined";
            case "payment_intent.canceled" -> "payment.voided";
            case "payment_intent.requires_action" -> actionUrlOf(about) == null ? null : "payment.requires_action";
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" -> refundTypeOf(about);
            default -> null;
        };
    }

    /** Pending refunds change nothing yet; reconciliation finds refunds that we did not ask for. */
    private static @Nullable String refundTypeOf(JsonNode about) {
        if (idIn(about.path("metadata").path("refund_id")) == null) {
            return null;
        }
        return switch (about.path("status").asString("")) {
            case "succeeded" -> "refund.succeeded";
            case "failed", "canceled" -> "refund.failed";
            default -> null;
        };
    }

    private static ProviderEvent event(String event, String type, UUID order, JsonNode about) {
        var isRefund = type.startsWith("refund.");
        var currency = about.path("currency").asString("").toUpperCase(Locale.ROOT);
        var amount = StripeAmounts.ours(about.path("amount").asLong(0), currency);
        return new ProviderEvent(
                event,
                type,
                order,
                amount,
                currency,
                isRefund ? textIn(about.path("failure_reason")) : reasonOf(about.path("last_payment_error")),
                actionUrlOf(about),
                isRefund ? idIn(about.path("metadata").path("refund_id")) : null,
                isRefund ? amount : null,
                textIn(isRefund ? about.path("payment_intent") : about.path("id")));
    }

    private static @Nullable String reasonOf(JsonNode error) {
        var decline = textIn(error.path("decline_code"));
        return decline == null ? textIn(error.path("code")) : decline;
    }

    private static @Nullable String actionUrlOf(JsonNode about) {
        return textIn(about.path("next_action").path("redirect_to_url").path("url"));
    }

    private static @Nullable String textIn(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static @Nullable UUID idIn(JsonNode node) {
        try {
            return node.isString() ? UUID.fromString(node.asString()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
