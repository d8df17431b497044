package com.ecom.payment.webhooks;

import java.time.Instant;
import java.util.Optional;

/** How one provider signs and writes its webhooks. */
interface WebhookFormat {

    /** The last part of the address that the provider sends them to. */
    String provider();

    /** Whether the provider really said this, and lately: by its signature over the body as it came. */
    boolean isGenuine(String signature, byte[] body, Instant now);

    /**
     * What it says; nothing where it is about something else than our payments.
     *
     * @throws WebhookRefused.NotUnderstood if it is nothing that we know
     */
    Optional<ProviderEvent> read(byte[] body);
}
