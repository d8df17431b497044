package com.ecom.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuorumTests {

    private static final int MOST = 20;
    private static final int OPENING = 10;

    private final AtomicLong now = new AtomicLong();
    private final Quorum quorum = new Quorum(MOST, OPENING, now::get);

    @Test
    void nothingCountsThatOnlyOneCallerHas() {
        for (int failure = 0; failure < 100; failure++) {
            assertThat(note("net-1", "ada")).isZero();
        }
    }

    @Test
    void manyAccountsOfOneOrTwoNetworksAreNobodyElse() {
        for (int account = 0; account < 100; account++) {
            assertThat(note("net-" + account % 2, "account-" + account)).isZero();
        }
    }

    @Test
    void oneAccountInManyNetworksIsNobodyElse() {
        for (int network = 0; network < 100; network++) {
            assertThat(note("net-" + network, network % 2 == 0 ? "ada" : "grace"))
                    .isZero();
        }
    }

    @Test
    void theThirdPartyMakesThoseBeforeItCountAndEachIsCountedOnce() {
        note("net-1", "ada");
        note("net-2", "grace");
        assertThat(note("net-3", "mary")).isEqualTo(3);
        assertThat(note("net-4", "joan")).isEqualTo(1);
    }

    @Test
    void ofOneCallerNoMoreThanAThirdOfWhatOpensABreakerEverCounts() {
        note("net-2", "grace");
        note("net-3", "mary");
        int counted = 0;
        for (int failure = 0; failure < 100; failure++) {
            counted += note("net-1", "ada");
        }
        assertThat(counted).isEqualTo(2 + Math.ceilDiv(OPENING, 3));
    }

    @Test
    void whatIsLongPastCountsForNobody() {
        note("net-1", "ada");
        note("net-2", "grace");
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(note("net-3", "mary")).isZero();
    }

    private int note(String network, String account) {
        return quorum.record(new FairnessKey(network, account));
    }
}
