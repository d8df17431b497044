package com.ecom.payment.reconciling;

import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.PaymentProvider;
import com.ecom.payment.model.ProviderPayment;
import com.ecom.payment.reconciling.Books.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares both books over some time, in both directions: first every payment in the provider's with ours, then those of
 * ours that were not among them with what the provider says when asked. Only reads, outside any transaction.
 */
@Component
@RequiredArgsConstructor
class FullPass {

    static final int MOST_DIFFERENCES = 1_000;

    private static final int PAGE = 100;
    /** The provider knows a payment a little later than we do, and its clock is another one. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final Books books;
    private final Intents intents;
    private final PaymentProvider provider;

    /** @throws com.ecom.payment.model.ProviderFailure if the provider does not answer; there is no half of a pass */
    Found run(Instant from, Instant until) {
        var pass = new Running();
        @Nullable String cursor = null;
        do {
            var page = provider.ledger(from.minus(SLACK), until.plus(SLACK), cursor);
            pass.compareTheirs(page.payments());
            cursor = page.next();
        } while (cursor != null && pass.hasRoom());
        var after = "";
        List<Made> ours;
        do {
            ours = books.made(from, until, after, PAGE);
            pass.askAboutOurs(ours.stream().map(Made::order).toList());
            after = ours.isEmpty() ? after : ours.getLast().id();
        } while (ours.size() == PAGE && pass.hasRoom());
        return new Found(from, until, pass.compared, List.copyOf(pass.differences));
    }

    private final class Running {

        private final Set<UUID> seen = new HashSet<>();
        private final List<Difference> differences = new ArrayList<>();
        private int compared;

        boolean hasRoom() {
            return differences.size() < MOST_DIFFERENCES;
        }

        void compareTheirs(List<ProviderPayment> page) {
            var theirs = new HashMap<UUID, ProviderPayment>();
            page.forEach(it -> theirs.put(it.order(), it));
            seen.addAll(theirs.keySet());
            var known = intents.look(theirs.keySet());
            for (var it : theirs.values()) {
                if (!known.containsKey(it.order())) {
                    add(Comparison.unknownHere(it));
                    compared++;
                }
            }
            compare(known.keySet(), theirs);
        }

        void askAboutOurs(List<UUID> orders) {
            var unseen = orders.stream().filter(it -> !seen.contains(it)).toList();
            var theirs = new HashMap<UUID, ProviderPayment>();
            intents.look(unseen).values().stream()
                    .filter(intent -> !intent.isFree())
                    .forEach(intent -> provider.find(intent.name()).ifPresent(it -> theirs.put(intent.orderId(), it)));
            compare(unseen, theirs);
        }

        private void compare(Collection<UUID> orders, Map<UUID, ProviderPayment> theirs) {
            var moving = books.inMotion(orders);
            var still = orders.stream().filter(it -> !moving.contains(it)).toList();
            var asked = books.stillAsked(still);
            intents.look(still).values().forEach(intent -> {
                compared++;
                compare(intent, asked.contains(intent.orderId()), theirs.get(intent.orderId()))
                        .ifPresent(this::add);
            });
        }

        /** Such as a refund that failed after it was done, whose webhook has not arrived. */
        private Optional<Difference> compare(Intent ours, boolean isStillAsked, @Nullable ProviderPayment theirs) {
            var difference = Comparison.of(ours, isStillAsked, theirs);
            return difference.filter(Difference::isAboutUnnamedRefunds).isPresent()
                    ? provider.find(ours.name())
                            .map(it -> Comparison.of(ours, isStillAsked, it))
                            .orElse(difference)
                    : difference;
        }

        private void add(Difference it) {
            if (hasRoom()) {
                differences.add(it);
            }
        }
    }

    /** @param differences a thousand at most; there the pass ends */
    record Found(Instant from, Instant until, int compared, List<Difference> differences) {}
}
