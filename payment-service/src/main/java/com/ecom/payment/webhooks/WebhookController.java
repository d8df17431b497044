package com.ecom.payment.webhooks;

import com.ecom.payment.webhooks.ReceiveWebhook.Outcome;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** 200 means that it is stored for good; on anything else the provider tries again. */
@RestController
class WebhookController {

    private final WebhookSignature signature;
    private final ReceiveWebhook receive;
    private final JsonMapper json;
    private final Clock clock;

    WebhookController(WebhookProperties properties, ReceiveWebhook receive, JsonMapper json, Clock clock) {
        this.signature = new WebhookSignature(properties.secrets());
        this.receive = receive;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.clock = clock;
    }

    @PostMapping(path = "/api/payments/webhooks/simulator", consumes = MediaType.APPLICATION_JSON_VALUE)
    Receipt receive(
            @RequestHeader(name = "Provider-Signature", defaultValue = "") String header, @RequestBody byte[] body) {
        if (!signature.isGenuine(header, body, clock.instant())) {
            throw new WebhookRefused.NotGenuine();
        }
        return new Receipt(receive.handle(read(body), body));
    }

    private ProviderNews read(byte[] body) {
        try {
            return json.readValue(body, ProviderNews.class);
        } catch (JacksonException e) {
            throw new WebhookRefused.NotUnderstood();
        }
    }

    record Receipt(Outcome status) {}
}
