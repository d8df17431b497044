package com.ecom.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.batching.Batches;
import com.ecom.core.fault.FaultPoint;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores each event once and does nothing else, so that the provider is answered at once, however much there is to do.
 * Those that come at the same time share a transaction.
 */
@Component
class ReceiveWebhook {

    private static final int AT_ONCE = 50;

    private final WebhookFigures figures;
    private final ApplyWebhooks apply;
    private final Batches<ReceivedWebhook, Outcome> batches;

    ReceiveWebhook(
            ReceivedWebhooks webhooks, ApplyWebhooks apply, TransactionTemplate transaction, WebhookFigures figures) {
        this.figures = figures;
        this.apply = apply;
        this.batches = new Batches<>(
                AT_ONCE,
                received -> Objects.requireNonNull(transaction.execute(_ -> webhooks.add(received))).stream()
                        .map(isNew -> isNew ? Outcome.RECEIVED : Outcome.ALREADY_PROCESSED)
                        .toList());
    }

    /** Returns when the event is stored for good. */
    Outcome handle(String provider, ProviderEvent event, byte[] body) {
        var outcome = batches.join(new ReceivedWebhook(
                provider, event.eventId(), event.orderId().toString(), event.type(), new String(body, UTF_8)));
        figures.taken(List.of(outcome));
        FaultPoint.pass("webhook-stored-before-effect");
        apply.wake();
        return outcome;
    }
}
