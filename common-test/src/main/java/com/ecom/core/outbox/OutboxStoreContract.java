package com.ecom.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.outbox.OutboxAdmin.Choice;
import com.ecom.core.outbox.OutboxEntry.State;
import com.ecom.core.outbox.OutboxStore.Pass;
import com.ecom.test.ServiceTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The promise of an outbox, wherever it keeps its events. */
@ServiceTest
public abstract class OutboxStoreContract {

    private static final OutboxProperties SETTINGS = new OutboxProperties(
            List.of(), Duration.ofSeconds(5), 500, Duration.ofSeconds(1), 3, Duration.ofDays(3), Duration.ofDays(30));

    private final ScriptedBroker broker = new ScriptedBroker();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Autowired
    Relay relay;

    @Autowired
    OutboxAdmin admin;

    /** The store, in which a look finds whatever waits, however new it is. */
    protected abstract OutboxStore store();

    /** Keeps so many events of a new key, one after the other; returns the key. */
    protected abstract String publish(int events);

    @BeforeEach
    void noOtherRelayPasses() {
        relay.stop();
    }

    @AfterEach
    void theRelayGoesOn() {
        relay.start();
    }

    @Test
    void eventsOfOneKeyGoOutOnceAndInTheirOrder() {
        var key = publish(3);
        var other = publish(1);

        pass();
        pass();

        assertThat(broker.taken(key)).hasSize(3).extracting(Envelope::sequence).isSorted();
        assertThat(broker.taken(other)).hasSize(1);
        assertThat(admin.count(State.NEW, of(key))).isZero();
        assertThat(meters.get("ecom.outbox.delivery").timer().count()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void whileTheBrokerIsAwayNothingIsForgottenParkedOrOvertaken() {
        var key = publish(2);
        broker.script(onlyTheFirstOf(key, new TimeoutException("away")));
        for (int i = 0; i < 5; i++) {
            assertThat(pass().settled().brokerFailure()).hasRootCauseInstanceOf(TimeoutException.class);
        }
        assertThat(broker.taken(key)).isEmpty();
        assertThat(admin.count(State.NEW, of(key))).isEqualTo(2);

        broker.script(_ -> null);
        pass();

        assertThat(broker.taken(key)).hasSize(2).extracting(Envelope::sequence).isSorted();
    }

    @Test
    void whatTheBrokerRefusesHoldsUpItsKeyAndNoOther() {
        var key = publish(2);
        var other = publish(2);
        broker.script(onlyTheFirstOf(key, new RecordTooLargeException("no")));

        assertThat(pass().settled().brokerFailure()).isNull();

        assertThat(broker.taken(key)).isEmpty();
        assertThat(broker.taken(other)).hasSize(2);
        assertThat(meters.get("ecom.outbox.refused").counter().count()).isEqualTo(1);
        broker.script(_ -> null);
        pass();
        assertThat(broker.taken(key)).hasSize(2).extracting(Envelope::sequence).isSorted();
    }

    @Test
    void whatIsRefusedThreeTimesIsParkedWithWhatFollowsOnItsKeyUntilAnOperatorReplaysIt() {
        var key = publish(2);
        broker.script(onlyTheFirstOf(key, new RecordTooLargeException("no")));
        for (int i = 0; i < 3; i++) {
            pass();
        }
        broker.script(_ -> null);
        pass();

        assertThat(broker.taken(key)).isEmpty();
        assertThat(store().backlog().parked()).isEqualTo(1);
        var parked = admin.list(State.PARKED, of(key), null, 10);
        assertThat(parked).extracting(OutboxEntry::attempts).containsExactly(3);
        assertThat(parked).extracting(OutboxEntry::lastError).first().asString().contains("RecordTooLarge");

        admin.move(State.PARKED, State.NEW, of(key), 10);
        pass();

        assertThat(broker.taken(key)).hasSize(2).extracting(Envelope::sequence).isSorted();
    }

    @Test
    void whoDiesBetweenSendingAndKeepingThatSendsTheSameMessagesAgain() {
        var key = publish(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> store().pass(500, true, events -> {
                    broker.sender().send(events);
                    throw new IllegalStateException("died");
                }));

        pass();

        assertThat(broker.taken(key)).hasSize(4);
        assertThat(ids(broker.taken(key).subList(0, 2)))
                .isEqualTo(ids(broker.taken(key).subList(2, 4)));
    }

    @Test
    void anotherRelayThatComesAlongWhileAnEventIsUnderWayOvertakesNothing() {
        var key = publish(2);
        var isFirst = new AtomicBoolean(true);
        broker.script(message -> {
            if (message.subject().equals(key) && isFirst.getAndSet(false)) {
                CompletableFuture.runAsync(this::pass)
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
            }
            return null;
        });

        pass();
        pass();

        assertThat(broker.taken(key).stream().map(Envelope::sequence).distinct())
                .hasSize(2)
                .isSorted();
    }

    private Pass pass() {
        return new Delivery(store(), broker.sender(), SETTINGS, meters).run(true);
    }

    /** Refuses the first event of the key however often it comes, and none that would overtake it. */
    private static Function<Envelope, @Nullable Exception> onlyTheFirstOf(String key, Exception refusal) {
        var first = new AtomicReference<@Nullable UUID>();
        return message -> {
            if (!message.subject().equals(key)) {
                return null;
            }
            first.compareAndSet(null, message.id());
            return message.id().equals(first.get()) ? refusal : null;
        };
    }

    private static List<UUID> ids(List<Envelope> messages) {
        return messages.stream().map(Envelope::id).toList();
    }

    private static Choice of(String key) {
        return new Choice(null, null, key, null, null, null, null);
    }
}
