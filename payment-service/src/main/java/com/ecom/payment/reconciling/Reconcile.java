package com.ecom.payment.reconciling;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.jdbc.Turns;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.Outages;
import com.ecom.payment.model.PaymentProvider;
import com.ecom.payment.model.ProviderFailure;
import com.ecom.payment.reconciling.Comparison.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A webhook that got lost must not leave a payment hanging: after two minutes the provider is asked. What that makes good is
 * on the record; what it does not is for a full pass to list.
 */
@Component
class Reconcile {

    private static final Logger log = LoggerFactory.getLogger(Reconcile.class);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final Books books;
    private final Intents intents;
    private final PaymentProvider provider;
    private final Outages outages;
    private final Passes passes;
    private final Turns turns;
    private final Duration every;

    Reconcile(
            Books books,
            Intents intents,
            PaymentProvider provider,
            Outages outages,
            Passes passes,
            Turns turns,
            @Value("${ecom.payment.reconcile-interval:PT60S}") Duration every) {
        this.books = books;
        this.intents = intents;
        this.provider = provider;
        this.outages = outages;
        this.passes = passes;
        this.turns = turns;
        this.every = every;
    }

    @Scheduled(fixedDelayString = "${ecom.payment.reconcile-interval:PT60S}")
    void run() {
        if (turns.take("payments-that-wait", every)) {
            askAboutWhatWaits();
        }
    }

    private void askAboutWhatWaits() {
        var compared = 0;
        var after = "";
        for (int page = 0; page < MOST_PAGES && !outages.isOn(); page++) {
            var waiting = books.waitingLong(after, PAGE);
            try {
                compared += compare(waiting);
            } catch (ProviderFailure e) {
                log.warn("The provider cannot be asked now: {}", e.toString());
                return;
            }
            if (waiting.size() < PAGE) {
                break;
            }
            after = waiting.getLast().toString();
        }
        if (compared > 0) {
            log.info("The provider was asked about {} payments that waited long", compared);
        }
    }

    private int compare(List<UUID> waiting) {
        var found = new ArrayList<Difference>();
        var asked = books.stillAsked(waiting);
        for (var intent : intents.look(waiting).values()) {
            try {
                var theirs = provider.find(intent.name()).orElse(null);
                Comparison.of(intent, asked.contains(intent.orderId()), theirs).ifPresent(it -> {
                    if (it.canBeHealed()) {
                        found.add(it);
                    } else {
                        log.warn("Only people can settle this: {}", it);
                    }
                });
            } catch (ProviderFailure.Refused e) {
                log.warn("The provider does not say how {} stands: {}", intent.orderId(), e.toString());
            }
        }
        if (!found.isEmpty()) {
            FaultPoint.pass("provider-compared-before-healing");
            passes.healWaiting(waiting.size(), found);
        }
        return waiting.size();
    }
}
