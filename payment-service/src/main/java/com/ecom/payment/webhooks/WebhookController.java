package com.ecom.payment.webhooks;

import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** 200 means that it is stored for good; on anything else the provider tries again. */
@RestController
class WebhookController {

    private final WebhookSignature signature;
    private final ReceiveWebhook receive;
    private final SimulatorFormat format;
    private final Clock clock;

    WebhookController(WebhookProperties properties, ReceiveWebhook receive, SimulatorFormat format, Clock clock) {
        this.signature = new WebhookSignature(properties.secrets());
        this.receive = receive;
        this.format = format;
        this.clock = clock;
    }

    @PostMapping(path = "/api/payments/webhooks/simulator", consumes = MediaType.APPLICATION_JSON_VALUE)
    Receipt receive(
            @RequestHeader(name = "Provider-Signature", defaultValue = "") String header, @RequestBody byte[] body) {
        if (!signature.isGenuine(header, body, clock.instant())) {
            throw new WebhookRefused.NotGenuine();
        }
        return new Receipt(receive.handle(format.provider(), format.read(body), body));
    }

    record Receipt(Outcome status) {}
}
