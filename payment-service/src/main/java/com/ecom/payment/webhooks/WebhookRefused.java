package com.ecom.payment.webhooks;

/** Why a webhook is not taken. */
abstract sealed class WebhookRefused extends RuntimeException {

    private WebhookRefused(String message) {
        super(message);
    }

    static final class NotGenuine extends WebhookRefused {
        NotGenuine() {
            super("The signature is missing, wrong, too old or from the future");
        }
    }

    static final class NotUnderstood extends WebhookRefused {
        NotUnderstood() {
            super("This is not an event that we know");
        }
    }

    /** More than is kept; cut, it could never be read again. */
    static final class TooLarge extends WebhookRefused {
        TooLarge() {
            super("An event has 65,535 bytes at most");
        }
    }
}
