package com.ecom.payment.webhooks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * 200 means that it is stored for good and will be applied, or is none of our business; on anything else the provider tries
 * again.
 */
@RestController
class WebhookController {

    /** As much as the column of the stored body holds. */
    private static final int LARGEST = 65_535;

    private final Map<String, WebhookFormat> formats;
    private final ReceiveWebhook receive;
    private final Clock clock;

    WebhookController(List<WebhookFormat> formats, ReceiveWebhook receive, Clock clock) {
        this.formats = formats.stream().collect(Collectors.toMap(WebhookFormat::provider, Function.identity()));
        this.receive = receive;
        this.clock = clock;
    }

    /** Takes an event of the provider simulator: stored and acknowledged, then applied. The signature is checked first. */
    @PostMapping(path = "/api/payments/webhooks/simulator", consumes = MediaType.APPLICATION_JSON_VALUE)
    Receipt fromSimulator(
            @RequestHeader(name = "Provider-Signature", defaultValue = "") String signature, @RequestBody byte[] body) {
        return new Receipt(take("simulator", signature, body).orElseThrow(WebhookRefused.NotUnderstood::new));
    }

    /** Takes an event of Stripe: stored and acknowledged, then applied. The signature is checked first. */
    @PostMapping(path = "/api/payments/webhooks/stripe", consumes = MediaType.APPLICATION_JSON_VALUE)
    StripeReceipt fromStripe(
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature, @RequestBody byte[] body) {
        return new StripeReceipt(
                take("stripe", signature, body).map(Outcome::name).orElse("IGNORED"));
    }

    private Optional<Outcome> take(String provider, String signature, byte[] body) {
        if (body.length > LARGEST) {
            throw new WebhookRefused.TooLarge();
        }
        var format = formats.get(provider);
        // Nothing is genuine that comes from a provider who is not ours.
        if (format == null || !format.isGenuine(signature, body, clock.instant())) {
            throw new WebhookRefused.NotGenuine();
        }
        return format.read(body).map(it -> receive.handle(provider, it, body));
    }

    record Receipt(Outcome status) {}

    /** @param status as ours, or {@code IGNORED} for what is about something else than our payments and is not kept */
    record StripeReceipt(String status) {}
}
