package com.ecom.payment.reconciling;

import com.ecom.core.jdbc.Turns;
import com.ecom.payment.model.Outages;
import com.ecom.payment.model.ProviderFailure;
import java.time.Duration;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A webhook that got lost must not leave a payment hanging: after two minutes the provider is asked. What that makes good is
 * on the record; what it does not is for a full pass to list.
 */
@Component
@Slf4j
class Reconcile {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final Books books;
    private final CompareWaiting compare;
    private final Outages outages;
    private final Turns turns;
    private final Duration every;

    Reconcile(
            Books books,
            CompareWaiting compare,
            Outages outages,
            Turns turns,
            @Value("${ecom.payment.reconcile-interval:PT60S}") Duration every) {
        this.books = books;
        this.compare = compare;
        this.outages = outages;
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
                compared += compare.handle(waiting);
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
}
