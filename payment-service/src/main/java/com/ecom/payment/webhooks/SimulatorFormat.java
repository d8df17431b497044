package com.ecom.payment.webhooks;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The simulator says just what we need to know. */
@Component
@ConditionalOnProperty(name = "ecom.payment.provider.kind", havingValue = "simulator", matchIfMissing = true)
class SimulatorFormat implements WebhookFormat {

    private final WebhookSignature signature;
    private final JsonMapper json;

    SimulatorFormat(WebhookProperties properties, JsonMapper json) {
        this.signature = new WebhookSignature(properties.secrets());
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public String provider() {
        return "simulator";
    }

    @Override
    public boolean isGenuine(String header, byte[] body, Instant now) {
        return signature.isGenuine(header, body, now);
    }

    @Override
    public Optional<ProviderEvent> read(byte[] body) {
        try {
            return Optional.of(json.readValue(body, ProviderEvent.class).checked());
        } catch (JacksonException e) {
            throw new WebhookRefused.NotUnderstood();
        }
    }
}
