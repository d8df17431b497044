package com.ecom.test;

import static com.ecom.test.LettersApplication.AWAY;
import static com.ecom.test.LettersApplication.AWAY_AND_NEVER_UNDERSTOOD;
import static com.ecom.test.LettersApplication.MISREAD_AND_AWAY;
import static com.ecom.test.LettersApplication.NEVER_UNDERSTOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.ecom.core.outbox.Outbox;
import com.ecom.test.LettersApplication.Letter;
import com.ecom.test.LettersApplication.Writer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** The promises of common-core, on a real database and a real broker. */
@ServiceTest
class OutboxAndInboxIT {

    @Autowired
    Writer writer;

    @Autowired
    Outbox outbox;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    private final String sku = "L-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatIsCommittedIsHeardOnceAndInOrder() throws Exception {
        Callable<Object> writeTen = () -> {
            IntStream.range(0, 10).forEach(_ -> writer.write(sku, 1));
            return "";
        };
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(java.util.Collections.nCopies(8, writeTen))) {
                assertThat(done.get()).isEqualTo("");
            }
        }
        await().until(() -> heard().size() >= 80);
        assertThat(heard()).isEqualTo(LongStream.rangeClosed(1, 80).boxed().toList());
    }

    @Test
    void whatIsRolledBackIsNeverHeard() {
        assertThatIllegalStateException().isThrownBy(() -> writer.writeAndRegret(sku));
        writer.write(sku, 1);

        await().until(() -> !heard().isEmpty());
        assertThat(heard()).containsExactly(1L);
    }

    @Test
    void refusesToPublishWithoutATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> outbox.publish(new Letter(sku, "LOW", 1, 1)));
    }

    @Test
    void aMessageThatComesTwiceTakesEffectOnce() {
        var id = UUID.randomUUID();
        var letter = new Letter(sku, "LOW", 1, 1);
        broker.send(id, "letters", sku, "stock.changed.v1", letter);
        broker.send(id, "letters", sku, "stock.changed.v1", letter);
        broker.send("letters", sku, "stock.changed.v1", new Letter(sku, "LOW", 1, 2));

        await().until(() -> heard().contains(2L));
        assertThat(heard()).containsExactly(1L, 2L);
    }

    @Test
    void whatCanNeverBeHandledIsSetAsideAndHoldsNobodyUp() {
        broker.send("letters", sku, "stock.changed.v1", new Letter(sku, "LOW", NEVER_UNDERSTOOD, 1));
        broker.sendUnchecked(UUID.randomUUID(), "letters", sku, "stock.changed.v1", "not even JSON");
        broker.send("letters", sku, "stock.changed.v1", new Letter(sku, "LOW", 1, 3));

        await().until(() -> heard().contains(3L));
        await().until(() -> broker.published("order-service.letters-dlt", sku).size() == 2);
        assertThat(heard()).containsExactly(3L);
    }

    @ParameterizedTest(name = "a letter of kind {0}")
    @ValueSource(ints = {AWAY, MISREAD_AND_AWAY})
    void anOutageSetsNothingAsideHoweverLongItLastsAndWhateverFailedBefore(int kind) {
        goAway();
        broker.send("letters", sku, "stock.changed.v1", new Letter(sku, "LOW", kind, 4));

        await().until(() -> LettersApplication.triedWhileAway.get() >= 6);
        assertThat(broker.published("order-service.letters-dlt", sku)).isEmpty();
        LettersApplication.back = true;

        await().until(() -> heard().contains(4L));
        assertThat(broker.published("order-service.letters-dlt", sku)).isEmpty();
    }

    @Test
    void whatAnOutageHeldUpIsSetAsideIfItCanNeverBeHandled() {
        goAway();
        broker.send("letters", sku, "stock.changed.v1", new Letter(sku, "LOW", AWAY_AND_NEVER_UNDERSTOOD, 5));
        await().until(() -> LettersApplication.triedWhileAway.get() >= 2);
        LettersApplication.back = true;

        await().until(() -> !broker.published("order-service.letters-dlt", sku).isEmpty());
        assertThat(heard()).isEmpty();
    }

    private static void goAway() {
        LettersApplication.triedWhileAway.set(0);
        LettersApplication.back = false;
    }

    private List<Long> heard() {
        return jdbc.sql("select version from heard where sku = ? order by position")
                .param(sku)
                .query(Long.class)
                .list();
    }
}
