package com.ecom.payment.webhooks;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The simulator says just what we need to know. */
@Component
class SimulatorFormat implements NewsFormat {

    static final String SIMULATOR = "simulator";

    private final JsonMapper json;

    SimulatorFormat(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public String provider() {
        return SIMULATOR;
    }

    @Override
    public ProviderNews read(byte[] body) {
        try {
            return json.readValue(body, ProviderNews.class);
        } catch (JacksonException e) {
            throw new WebhookRefused.NotUnderstood();
        }
    }
}
