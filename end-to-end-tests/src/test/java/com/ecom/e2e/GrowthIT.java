package com.ecom.e2e;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing of the shop grows with time alone, and of everything that it keeps it is written how that goes again. */
@ExtendWith(OneShop.class)
class GrowthIT {

    /** More than twice what lies between two runs of what forgets, here. */
    private static final Duration A_WHILE = Duration.ofSeconds(12);

    /** The column of the table. */
    private static final int WHERE = 2;

    private static final Pattern NAME = Pattern.compile("`([a-z*]+\\.[a-z_-]+)`");
    private static final Pattern VERSION = Pattern.compile("-(v\\d+|[0-9a-f]{8})$");

    /** What grows although nobody buys anything, and what ends it. */
    private static final List<Pattern> ELSEWHERE_BOUNDED = Stream.of(
                    // A beat of the controller twice a second: 100 MB and a week at most, by default.
                    "file data/kafka/__cluster_metadata.*",
                    // How far consumers are, which the broker compacts.
                    "file data/kafka/__consumer_offsets.*",
                    // Rows are counted; the logs of the server itself have a fixed size.
                    "file data/mysql/.*")
            .map(Pattern::compile)
            .toList();

    private final RunningShop shop;
    private final Sizes sizes;

    GrowthIT(RunningShop shop) {
        this.shop = shop;
        this.sizes = new Sizes(shop);
    }

    @Test
    void everythingThatIsKeptHasItsLineInTheTableOfHowLong() throws IOException {
        var written = written();
        var there = sizes.ofStores().keySet().stream()
                .map(it -> VERSION.matcher(it).replaceFirst(""))
                .collect(toSet());

        assertThat(there)
                .as("is kept, and not written where")
                .allMatch(it -> written.contains(it) || written.contains("*" + it.substring(it.indexOf('.'))));
        // A collection is there from its first document on.
        assertThat(written)
                .filteredOn(it -> !it.startsWith("*") && !it.startsWith("product."))
                .as("is written, and not kept anywhere")
                .allMatch(there::contains);
    }

    @Test
    void everyTopicForgets() throws Exception {
        try (var messages = new Messages(shop)) {
            var topics = messages.ends().keySet();

            assertThat(messages.retentionOf(topics)).containsOnlyKeys(topics);
            assertThat(messages.segmentsOf(topics).values())
                    .allSatisfy(it -> assertThat(it).isLessThanOrEqualTo(Duration.ofHours(12)));
        }
    }

    @Test
    void everythingInRedisEndsByItself() throws IOException {
        assertThat(sizes.redisKeysThatStay()).isEqualTo("*0\r\n");
    }

    @Test
    void aShopInWhichNobodyBuysStaysAsLargeAsItIs() throws Exception {
        try (var messages = new Messages(shop)) {
            var before = new AtomicReference<>(sizes.ofEverything(messages));
            await().pollDelay(A_WHILE)
                    .pollInterval(A_WHILE)
                    .atMost(A_WHILE.multipliedBy(4))
                    .untilAsserted(() -> {
                        var now = sizes.ofEverything(messages);
                        var grown = grown(before.getAndSet(now), now);
                        if (!grown.isEmpty()) {
                            System.out.println("Has grown, perhaps by what was before: " + grown);
                        }
                        assertThat(grown).isEmpty();
                    });
        }
    }

    private static Map<String, String> grown(Map<String, Long> before, Map<String, Long> now) {
        return now.entrySet().stream()
                .filter(it -> it.getValue() > before.getOrDefault(it.getKey(), 0L))
                .filter(it -> ELSEWHERE_BOUNDED.stream()
                        .noneMatch(file -> file.matcher(it.getKey()).matches()))
                .collect(toMap(
                        Map.Entry::getKey,
                        it -> "%d -> %d".formatted(before.getOrDefault(it.getKey(), 0L), it.getValue())));
    }

    private static Set<String> written() throws IOException {
        var operations = Files.readString(Checkout.find().root().resolve("docs/operations.md"));
        var from = operations.indexOf("## What is kept how long");
        return operations
                .substring(from, operations.indexOf("\n## ", from + 1))
                .lines()
                .filter(it -> it.startsWith("| "))
                .map(it -> it.split("\\|", -1)[WHERE])
                .flatMap(it -> NAME.matcher(it).results())
                .map(it -> it.group(1))
                .collect(toSet());
    }
}
