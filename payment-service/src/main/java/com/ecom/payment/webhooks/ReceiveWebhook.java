package com.ecom.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.batching.Batches;
import com.ecom.core.batching.ManyRows;
import com.ecom.core.fault.FaultPoint;
import com.ecom.payment.webhooks.Hearing.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores each event once and applies it in the same transaction, which those share that come at the same time. What it
 * does to the payment is the lifecycle's to say.
 */
@Component
class ReceiveWebhook {

    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Hearing hearing;
    private final WebhookFigures figures;
    private final Batches<Received, Outcome> batches;

    ReceiveWebhook(JdbcClient jdbc, Hearing hearing, TransactionTemplate transaction, WebhookFigures figures) {
        this.jdbc = jdbc;
        this.hearing = hearing;
        this.figures = figures;
        this.batches = new Batches<>(
                AT_ONCE, received -> Objects.requireNonNull(transaction.execute(_ -> takeTogether(received))));
    }

    /** Returns when the event is stored for good. */
    Outcome handle(String provider, ProviderNews news, byte[] body) {
        return batches.join(new Received(provider, news, new String(body, UTF_8)));
    }

    private List<Outcome> takeTogether(List<Received> received) {
        var findings = hearing.judge(received.stream().map(Received::news).toList());
        var isFresh = store(received, findings);
        FaultPoint.pass("webhook-stored-before-effect");
        var fresh = new ArrayList<Finding>();
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < received.size(); i++) {
            var finding = findings.get(i);
            if (isFresh.get(i)) {
                fresh.add(finding);
            }
            outcomes.add(isFresh.get(i) ? finding.outcome() : Outcome.ALREADY_PROCESSED);
            figures.taken(outcomes.getLast());
        }
        hearing.apply(fresh);
        FaultPoint.pass("webhook-applied-before-commit");
        return outcomes;
    }

    /** Usually none has come before, and one statement stores them all; if any has, it stores none. */
    private List<Boolean> store(List<Received> received, List<Finding> findings) {
        var rows = Stream.iterate(0, it -> it + 1)
                .limit(received.size())
                .map(it -> columnsOf(received.get(it), findings.get(it)))
                .toList();
        if (rows.size() > 1) {
            try {
                insert("insert", rows);
                return rows.stream().map(_ -> true).toList();
            } catch (DuplicateKeyException _) {
                // One by one it shows which.
            }
        }
        return rows.stream()
                .map(it -> insert("insert ignore", List.<Object[]>of(it)) == 1)
                .toList();
    }

    private int insert(String how, List<Object[]> rows) {
        return ManyRows.in(
                        jdbc,
                        how + " into webhook_event (provider, event_id, order_id, type, body, outcome) values %s",
                        "(?, ?, ?, ?, ?, ?)",
                        rows)
                .update();
    }

    private static Object[] columnsOf(Received it, Finding finding) {
        return new Object[] {
            it.provider(),
            it.news().eventId(),
            it.news().orderId().toString(),
            it.news().type(),
            finding.aboutForgotten() ? "" : it.body(),
            finding.outcome().name()
        };
    }

    private record Received(String provider, ProviderNews news, String body) {}
}
