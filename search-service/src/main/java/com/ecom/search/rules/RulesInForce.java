package com.ecom.search.rules;

import com.ecom.search.model.Guidance;
import com.ecom.search.model.SearchRule;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The rules as every search asks for them: in memory, read anew within a second of a change. While they cannot be, they stay. */
@Component
@RequiredArgsConstructor
@Slf4j
public class RulesInForce {

    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final Rules rules;
    private final Clock clock;
    private volatile List<SearchRule> known = List.of();
    private String state = "";

    public Guidance guidance(String text) {
        var all = known;
        return all.isEmpty() ? Guidance.NONE : Guidance.of(all, text, clock.instant());
    }

    /** Whether a query is not to be offered to others. */
    public boolean hides(String query) {
        var now = clock.instant();
        return known.stream().anyMatch(it -> it.hides(query, now));
    }

    @Scheduled(fixedDelayString = "PT1S")
    void read() {
        try {
            var now = rules.state();
            if (!now.equals(state)) {
                known = rules.after("", Rules.MOST).stream()
                        .map(it -> Objects.requireNonNull(it.rule()))
                        .toList();
                state = now;
            }
        } catch (UncheckedIOException e) {
            log.debug("The rules of searches stay as they were read last", e);
        }
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        rules.forgetDeletedBefore(clock.instant().minus(REMEMBERED));
    }
}
