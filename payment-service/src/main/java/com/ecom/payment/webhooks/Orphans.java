package com.ecom.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.jdbc.Turns;
import com.ecom.payment.model.Outages;
import com.ecom.payment.model.PaymentName;
import com.ecom.payment.model.PaymentProvider;
import com.ecom.payment.model.ProviderFailure;
import com.ecom.payment.model.ProviderPayment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies webhooks that came before their payment once the payment is there. If it does not come within two minutes, the
 * provider is asked about it, and its answer is kept for operators, once an hour.
 */
@Component
@Slf4j
class Orphans {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final WebhookMatcher matcher;
    private final Map<String, WebhookFormat> formats;
    private final PaymentProvider provider;
    private final Outages outages;
    private final TransactionTemplate transaction;
    private final Turns turns;
    private final Duration every;

    Orphans(
            JdbcClient jdbc,
            WebhookMatcher matcher,
            List<WebhookFormat> formats,
            PaymentProvider provider,
            Outages outages,
            TransactionTemplate transaction,
            Turns turns,
            @Value("${ecom.payment.reconcile-interval:PT60S}") Duration every) {
        this.jdbc = jdbc;
        this.matcher = matcher;
        this.formats = formats.stream().collect(Collectors.toMap(WebhookFormat::provider, Function.identity()));
        this.provider = provider;
        this.outages = outages;
        this.transaction = transaction;
        this.turns = turns;
        this.every = every;
    }

    @Scheduled(fixedDelayString = "${ecom.payment.reconcile-interval:PT60S}")
    void lookAfterThem() {
        if (turns.take("orphans", every)) {
            withPayment().forEach(this::takeUp);
            if (!outages.isOn()) {
                askAboutTheRest();
            }
        }
    }

    private List<Orphan> withPayment() {
        return jdbc.sql("""
                select w.provider, w.event_id, w.order_id, w.body
                from webhook_event w join payment_intent i on i.order_id = w.order_id
                where w.outcome = 'ORPHAN' and i.amount is not null
                order by w.received_at limit :limit
                """).param("limit", AT_ONCE).query(Orphan.class).list();
    }

    /** What cannot be taken up holds up nothing else. */
    private void takeUp(Orphan it) {
        try {
            transaction.executeWithoutResult(_ -> adopt(it));
        } catch (RuntimeException e) {
            log.warn("Orphan {} of {} is not taken up: {}", it.eventId(), it.provider(), e.toString());
        }
    }

    /** Of two who do it at once, one finds that it is none any more. */
    private void adopt(Orphan it) {
        var format = formats.get(it.provider());
        if (format == null) {
            return;
        }
        var event = format.read(it.body().getBytes(UTF_8));
        if (event.isEmpty()) {
            return;
        }
        var match = matcher.match(List.of(event.get())).getFirst();
        var isMine = jdbc.sql("""
                update webhook_event set outcome = :outcome, body = if(:forgotten, '', body)
                where provider = :provider and event_id = :event and outcome = 'ORPHAN'
                """)
                        .param("outcome", match.outcome().name())
                        .param("forgotten", match.aboutForgotten())
                        .param("provider", it.provider())
                        .param("event", it.eventId())
                        .update()
                == 1;
        if (isMine) {
            matcher.apply(List.of(match));
        }
    }

    private void askAboutTheRest() {
        for (var order : unasked()) {
            try {
                note(
                        order,
                        provider.find(new PaymentName(UUID.fromString(order), null))
                                .map(Orphans::inWords)
                                .orElse("UNKNOWN"));
            } catch (ProviderFailure e) {
                log.warn("The provider cannot be asked about orphans now: {}", e.toString());
                return;
            }
        }
    }

    private List<String> unasked() {
        return jdbc.sql("""
                select distinct order_id from webhook_event
                where outcome = 'ORPHAN' and received_at < now(3) - interval 2 minute
                  and (asked_at is null or asked_at < now(3) - interval 1 hour)
                limit :limit
                """).param("limit", AT_ONCE).query(String.class).list();
    }

    private void note(String order, String says) {
        jdbc.sql("""
                update webhook_event set asked_at = now(3), provider_says = :says
                where order_id = :order and outcome = 'ORPHAN'
                """).param("says", says).param("order", order).update();
    }

    private static String inWords(ProviderPayment it) {
        return "%s %d %s"
                .formatted(
                        it.standing(),
                        it.amount().amount(),
                        it.amount().currency().getCurrencyCode());
    }

    record Orphan(String provider, String eventId, String orderId, String body) {}
}
