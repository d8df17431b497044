package com.ecom.payment.reconciling;

import com.ecom.core.fault.FaultPoint;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.PaymentProvider;
import com.ecom.payment.model.ProviderFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/** Asks the provider about payments, one after the other, and applies what makes a difference good. */
@Component
@RequiredArgsConstructor
@Slf4j
class CompareWaiting {

    private final Books books;
    private final Intents intents;
    private final PaymentProvider provider;
    private final Passes passes;

    /**
     * Returns how many were compared.
     *
     * @throws ProviderFailure if the provider cannot be asked now
     */
    int handle(List<UUID> waiting) {
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
