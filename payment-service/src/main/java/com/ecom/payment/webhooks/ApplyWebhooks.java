package com.ecom.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.lifecycle.IdlePoll;
import com.ecom.core.problems.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies webhooks once they are stored, those about one payment in the order of storing, each in the transaction
 * that notes it as applied. What it does to the payment is the lifecycle's to say.
 */
@Component
@Slf4j
class ApplyWebhooks {

    private static final int AT_ONCE = 50;
    /** With the pauses between them somewhat less than an hour, as for calls. */
    private static final int MOST_ATTEMPTS = 60;

    private final ReceivedWebhooks webhooks;
    private final Map<String, WebhookFormat> formats;
    private final WebhookMatcher matcher;
    private final TransactionTemplate transaction;
    private final WebhookFigures figures;

    @Qualifier("applicationTaskExecutor")
    private final Executor executor;

    private final IdlePoll poll = new IdlePoll();
    private final AtomicInteger wanted = new AtomicInteger();

    ApplyWebhooks(
            ReceivedWebhooks webhooks,
            List<WebhookFormat> formats,
            WebhookMatcher matcher,
            TransactionTemplate transaction,
            WebhookFigures figures,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.webhooks = webhooks;
        this.formats = formats.stream().collect(Collectors.toMap(WebhookFormat::provider, Function.identity()));
        this.matcher = matcher;
        this.transaction = transaction;
        this.figures = figures;
        this.executor = executor;
    }

    /** Something was stored, and committed: it is applied at once, by one thread for all that is stored meanwhile. */
    void wake() {
        if (wanted.getAndIncrement() == 0) {
            try {
                executor.execute(this::applyAllThatIsWanted);
            } catch (RejectedExecutionException e) {
                wanted.set(0);
                poll.wake();
            }
        }
    }

    private void applyAllThatIsWanted() {
        var ended = false;
        try {
            int seen;
            do {
                seen = wanted.get();
                try {
                    applyWhatIsDue();
                } catch (RuntimeException e) {
                    log.warn("Webhooks that are stored wait for the next look: {}", e.toString());
                    poll.wake();
                }
            } while (!wanted.compareAndSet(seen, 0));
            ended = true;
        } finally {
            if (!ended) {
                wanted.set(0);
            }
        }
    }

    /** For what failed, and for what a crash left behind. */
    @Scheduled(fixedDelayString = "PT0.5S")
    void lookForTheRest() {
        poll.tick(this::applyWhatIsDue);
    }

    /** Whether there was any. */
    private boolean applyWhatIsDue() {
        var any = false;
        while (applyNext(AT_ONCE)) {
            any = true;
        }
        return any;
    }

    /** If some cannot be applied together, one by one shows which cannot; it waits, and holds up no other payment. */
    private boolean applyNext(int most) {
        var claimed = new ArrayList<ReceivedWebhook>();
        try {
            figures.taken(Objects.requireNonNull(transaction.execute(_ -> {
                claimed.addAll(webhooks.claim(most));
                return apply(claimed);
            })));
        } catch (RuntimeException e) {
            if (claimed.isEmpty() || isAnOutage(e)) {
                throw e;
            }
            if (claimed.size() == 1) {
                putOff(claimed.getFirst(), e);
            } else {
                claimed.forEach(_ -> applyNext(1));
            }
        }
        return !claimed.isEmpty();
    }

    private List<Outcome> apply(List<ReceivedWebhook> claimed) {
        if (claimed.isEmpty()) {
            return List.of();
        }
        var matches = matcher.match(claimed.stream().map(this::eventOf).toList());
        webhooks.settle(claimed, matches);
        matcher.apply(matches);
        FaultPoint.pass("webhook-applied-before-commit");
        return matches.stream().map(WebhookMatcher.Match::outcome).toList();
    }

    /** It was understood when it came; a provider that is not ours any more is not. */
    private ProviderEvent eventOf(ReceivedWebhook it) {
        var format = formats.get(it.provider());
        if (format == null) {
            throw new WebhookRefused.NotUnderstood();
        }
        return format.read(it.body().getBytes(UTF_8)).orElseThrow(WebhookRefused.NotUnderstood::new);
    }

    private void putOff(ReceivedWebhook it, RuntimeException e) {
        poll.wake();
        if (webhooks.again(it, e.toString(), MOST_ATTEMPTS)) {
            log.warn("Webhook {} of {} is applied later: {}", it.eventId(), it.provider(), e.toString());
        } else {
            log.error("Webhook {} of {} cannot be applied: {}", it.eventId(), it.provider(), e.toString());
            figures.taken(List.of(Outcome.FAILED));
        }
    }

    /** Nobody's attempts are used up by it. Locks that others hold are none: they concern some and not all. */
    private static boolean isAnOutage(RuntimeException e) {
        return !(e instanceof ConcurrencyFailureException) && Outage.isBehind(e);
    }
}
