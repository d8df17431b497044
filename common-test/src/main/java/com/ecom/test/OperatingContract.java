package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.deadletters.DeadLetter;
import com.ecom.core.deadletters.DeadLetter.State;
import com.ecom.core.deadletters.DeadLetters;
import com.ecom.core.deadletters.DeadLetters.Choice;
import com.ecom.core.operating.Audit;
import com.ecom.core.operating.Intervention;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds of the records that operators rely on, wherever a service keeps them. */
@ServiceTest
public abstract class OperatingContract {

    /** Also those of this very moment, whosever clock it is. */
    private static final Duration ALL_OF_THEM = Duration.ofMinutes(-10);

    private final String group = "group-" + UUID.randomUUID();
    private final Choice all = new Choice(null, group, null, null);

    @Autowired
    private DeadLetters letters;

    @Autowired
    private Audit audit;

    @Test
    void aLetterIsKeptOnceAndAsItWas() {
        var letter = letter(1);
        letters.keep(letter);
        letters.keep(letter);

        assertThat(letters.count(State.WAITING, all)).isEqualTo(1);
        assertThat(letters.find(letter.id()))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("keptAt")
                .isEqualTo(letter);
        assertThat(letters.find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void lettersArePagedTheOldestFirst() {
        var second = letter(2);
        var first = letter(1);
        letters.keep(second);
        letters.keep(first);

        assertThat(letters.list(State.WAITING, all, "", 1))
                .extracting(DeadLetter::id)
                .containsExactly(first.id());
        assertThat(letters.list(State.WAITING, all, first.id(), 10))
                .extracting(DeadLetter::id)
                .containsExactly(second.id());
        assertThat(letters.list(State.WAITING, new Choice(null, group, null, "other.v1"), "", 10))
                .isEmpty();
        assertThat(letters.list(State.WAITING, new Choice(null, group, null, "thing.happened.v1"), "", 10))
                .hasSize(2);
    }

    @Test
    void onlyWhatWaitsIsMovedAndOnlyWhatIsRequeuedIsTried() {
        var chosen = letter(1);
        var other = letter(2);
        letters.keep(chosen);
        letters.keep(other);
        var one = new Choice(chosen.id(), group, null, null);

        letters.tried(chosen.id(), State.HANDLED, "never asked for");
        assertThat(letters.count(State.WAITING, all)).isEqualTo(2);
        assertThat(letters.move(State.WAITING, State.DISCARDED, one, 10)).isEqualTo(1);
        assertThat(letters.move(State.WAITING, State.DISCARDED, one, 10)).isZero();
        assertThat(letters.count(State.DISCARDED, all)).isEqualTo(1);
        assertThat(letters.move(State.WAITING, State.DISCARDED, all, 10)).isEqualTo(1);
    }

    @Test
    void onlyWhatSomebodyHasDecidedAboutIsForgottenInTime() {
        var waiting = letter(1);
        var discarded = letter(2);
        letters.keep(waiting);
        letters.keep(discarded);
        letters.move(State.WAITING, State.DISCARDED, new Choice(discarded.id(), group, null, null), 10);

        letters.forgetDecided(Duration.ofMinutes(10), 1_000);
        assertThat(letters.count(State.DISCARDED, all)).isEqualTo(1);
        assertThat(letters.forgetDecided(ALL_OF_THEM, 1_000)).isPositive();
        assertThat(letters.count(State.DISCARDED, all)).isZero();
        assertThat(letters.count(State.WAITING, all)).isEqualTo(1);
    }

    @Test
    void theRecordOfInterventionsIsReadTheNewestFirst() {
        var actor = UUID.randomUUID();
        audit.note(new Intervention(actor, "letters.read", "all", "first", 1));
        audit.note(new Intervention(actor, "letters.read", "all", "second", 2));

        var newest = audit.before(null, 2);
        assertThat(newest).extracting(Audit.AuditEntry::reason).containsExactly("second", "first");
        assertThat(newest).allSatisfy(it -> assertThat(it.actor()).isEqualTo(actor.toString()));
        assertThat(audit.before(newest.getFirst().id(), 1)).containsExactly(newest.getLast());
    }

    private DeadLetter letter(int second) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var id = "%08d-0000-7000-8000-%s"
                .formatted(second, UUID.randomUUID().toString().substring(24));
        return new DeadLetter(
                id,
                group,
                "things",
                second,
                42,
                UUID.randomUUID().toString(),
                "thing.happened.v1",
                "key",
                Map.of("ce_type", "thing.happened.v1", "content-type", "application/json"),
                "{\"ä\": 1}",
                "It broke",
                State.WAITING,
                now);
    }
}
