package com.ecom.search.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.search.elastic.MergeDocuments;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people look for can be read by staff, without who they were. */
class AnalyticsIT extends CountingScenario {

    private static final Money PRICE = Money.of(1_000, "USD");

    @Autowired
    MergeDocuments documents;

    @Autowired
    ForgetQueries forgetting;

    @Test
    void searchesAreCountedByWhatWasMeantWithWhatTheyFound() {
        product("A", word, "M", PRICE);
        product("B", word + " tray", "M", PRICE);
        areFound();

        askedByThree(word);
        ask(1, "q", "  " + word.toUpperCase(Locale.ROOT) + " ");
        areWritten();
        ask(1, "q", word);
        areWritten();

        var it = reported("TOP", word);
        assertThat(it.path("searches").asLong()).isEqualTo(5);
        assertThat(it.path("averageHits").asDouble()).isEqualTo(2);
        assertThat(it.path("clickThroughRate").asDouble(-1)).isZero();
        assertThat(reported("ZERO_RESULT", word).isMissingNode()).isTrue();
    }

    @Test
    void turningThePageSortingNarrowingAndLookingAheadAreNoSearches() {
        for (int number = 0; number < 2; number++) {
            product("A" + number, word, "M", PRICE);
        }
        areFound();
        var cursor = ask(1, "q", word, "size", "1").path("nextCursor").asString();
        ask(1, "q", word, "size", "1", "cursor", cursor);
        ask(1, "q", word, "sort", "price");
        ask(1, "q", word, "category", category);
        ask(1, "q", word, "inStock", "true");
        shop.anonymously()
                .get()
                .uri(uri("/api/search/products", "q", word))
                .header("Sec-Purpose", "prefetch;prerender")
                .exchange()
                .expectStatus()
                .isOk();
        ask(2, "q", word);
        ask(3, "q", word);
        areWritten();

        assertThat(reported("TOP", word).path("searches").asLong()).isEqualTo(3);
    }

    @Test
    void whatFewerThanThreeNetworksAskedIsShownToNobody() {
        product("A", word, "M", PRICE);
        areFound();
        for (int time = 0; time < 5; time++) {
            ask(1, "q", word);
            ask(2, "q", word);
        }
        areWritten();
        popular.read();

        assertThat(stored(word)).isEqualTo(1);
        assertThat(reported("TOP", word).isMissingNode()).isTrue();
        assertThat(popular.goingOnLike(word.substring(0, 9), 5)).isEmpty();
    }

    @Test
    void whatMayNameAPersonIsNotEvenKept() {
        var address = word + "@example.com";
        askedByThree(address);
        click(1, address, "p", 1).expectStatus().isAccepted();
        areWritten();

        assertThat(stored(address)).isZero();
    }

    @Test
    void searchesWithoutAHitCanBeListed() {
        askedByThree("xq" + word);
        areWritten();

        var it = reported("ZERO_RESULT", "xq" + word);
        assertThat(it.path("unanswered").asLong()).isEqualTo(3);
        assertThat(it.path("averageHits").asDouble(-1)).isZero();
    }

    @Test
    void aClickCountsOnceForANetworkAndOnlyOfWhatWasAsked() {
        var id = product("A", word, "M", PRICE);
        areFound();
        askedByThree(word);
        click(1, word, id, 2).expectStatus().isAccepted();
        click(1, word.toUpperCase(Locale.ROOT), id, 2).expectStatus().isAccepted();
        click(2, word, id, 5).expectStatus().isAccepted();
        click(1, "never" + word, id, 1).expectStatus().isAccepted();
        areWritten();

        var it = reported("TOP", word);
        assertThat(it.path("clicks").asLong()).isEqualTo(2);
        assertThat(it.path("clickThroughRate").asDouble()).isBetween(0.66, 0.67);
        assertThat(it.path("averagePosition").asDouble()).isEqualTo(3.5);
        assertThat(stored("never" + word)).isZero();
    }

    @Test
    void whatIsAskedOftenAndSeldomClickedCanBeListed() {
        var id = product("A", word, "M", PRICE);
        areFound();
        askedByThree(word);
        areWritten();
        assertThat(reported("LOW_CLICK", word).isMissingNode()).isTrue();

        for (int time = 0; time < 17; time++) {
            counts.searched(new SearchOrigin("a", false), word, 1, false);
        }
        areWritten();
        assertThat(reported("LOW_CLICK", word).path("searches").asLong()).isEqualTo(20);

        click(1, word, id, 1);
        click(2, word, id, 1);
        areWritten();
        assertThat(reported("LOW_CLICK", word).isMissingNode()).isTrue();
    }

    @Test
    void instancesAddWhatTheyCountedAndNotWhoAsked() {
        var others = new CountQueries(documents, settings, Clock.systemUTC(), new SimpleMeterRegistry());
        for (var network : new String[] {"a", "b", "c"}) {
            others.searched(new SearchOrigin(network, false), word, 4, false);
        }
        others.write();
        counts.searched(new SearchOrigin("a", false), word, 8, false);
        areWritten();

        var it = reported("TOP", word);
        assertThat(it.path("searches").asLong()).isEqualTo(4);
        assertThat(it.path("averageHits").asDouble()).isEqualTo(5);
        assertThat(stored(word)).isEqualTo(1);
    }

    @Test
    void moreThanCanBeWrittenAtOnceIsLostAndSaysSo() {
        var meters = new SimpleMeterRegistry();
        var many = new CountQueries(documents, settings, Clock.systemUTC(), meters);
        for (int number = 0; number < CountQueries.MOST + 2; number++) {
            many.searched(new SearchOrigin("a", false), word + " " + number, 1, false);
        }
        many.searched(new SearchOrigin("a", false), word + " 0", 1, false);

        assertThat(meters.get("ecom.search.counts.lost").counter().count()).isEqualTo(2);
    }

    @Test
    void whatIsOlderThanNinetyDaysIsForgotten() {
        var now = Clock.systemUTC();
        for (var age : new int[] {89, 91}) {
            var then = Clock.offset(now, Duration.ofDays(-age));
            var before = new CountQueries(documents, settings, then, new SimpleMeterRegistry());
            before.searched(new SearchOrigin("a", false), word, 1, false);
            before.write();
        }
        areWritten();
        assertThat(stored(word)).isEqualTo(2);

        forgetting.forget();

        assertThat(stored(word)).isEqualTo(1);
    }

    @Test
    void aReportIsOfTheDaysThatItNames() {
        askedByThree("xq" + word);
        areWritten();
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);

        var report = report("?kind=ZERO_RESULT&from=%s&to=%s".formatted(yesterday, yesterday));

        assertThat(report.path("from").asString()).isEqualTo(yesterday.toString());
        assertThat(report.path("items"))
                .noneMatch(it -> it.path("query").asString().equals("xq" + word));
    }
}
