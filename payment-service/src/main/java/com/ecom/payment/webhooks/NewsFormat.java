package com.ecom.payment.webhooks;

/** How one provider writes its webhooks. */
interface NewsFormat {

    /** Part of the address that the provider sends them to. */
    String provider();

    /**
     * What it says.
     *
     * @throws WebhookRefused.NotUnderstood if it is nothing that we know
     */
    ProviderNews read(byte[] body);
}
