package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.core.deadletters.DeadLetter;
import com.ecom.core.deadletters.DeadLetter.State;
import com.ecom.core.deadletters.DeadLetters;
import com.ecom.core.operating.Audit;
import com.ecom.core.operating.Intervention;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.core.privacy.Mentions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What every service keeps of people beside its own data is forgotten with them, and does not come back. */
@ServiceTest
class ForgettingIT {

    @Autowired
    ErasedSubjects erased;

    @Autowired
    Mentions mentions;

    @Autowired
    DeadLetters letters;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final UUID person = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    /** Otherwise what is written between its beginning and its end would stay. */
    @Test
    void anErasureWaitsForWhoeverIsAboutToKeepSomething() {
        inATransaction(() -> {
            assertThat(erased.contain(person)).isFalse();
            assertThatThrownBy(() -> inATransactionOfItsOwn(() -> {
                        jdbc.sql("set innodb_lock_wait_timeout = 1").update();
                        try {
                            erased.add(person);
                        } finally {
                            jdbc.sql("set innodb_lock_wait_timeout = 5").update();
                        }
                    }))
                    .isInstanceOf(PessimisticLockingFailureException.class);
        });

        inATransaction(() -> erased.add(person));
        assertThat(erased.among(List.of(person, other))).containsExactly(person);
    }

    @Test
    void aMessageThatWasSetAsideSaysNothingOfWhoWasForgotten() {
        var theirs = letter(person);
        var handled = letter(person);
        var somebodyElses = letter(other);
        letters.keep(theirs);
        letters.keep(handled);
        letters.keep(somebodyElses);
        become(handled, State.HANDLED);
        forget();

        for (var it : List.of(theirs, handled)) {
            assertThat(wordsOf(it)).doesNotContain("Ann Lee");
        }
        assertThat(stateOf(theirs)).isEqualTo(State.DISCARDED);
        assertThat(stateOf(handled)).isEqualTo(State.HANDLED);
        assertThat(wordsOf(somebodyElses)).contains("Ann Lee");
        assertThat(stateOf(somebodyElses)).isEqualTo(State.WAITING);
    }

    @Test
    void aMessageThatIsSetAsideLateSaysNothingOfWhoWasForgotten() {
        forget();
        var late = letter(person);
        letters.keep(late);

        assertThat(wordsOf(late)).doesNotContain("Ann Lee");
        assertThat(stateOf(late)).isEqualTo(State.DISCARDED);
    }

    @Test
    void whyOperatorsDidSomethingIsForgottenWithWhomItWasAbout() {
        var order = UUID.randomUUID().toString();
        note(order, "Ann Lee called");
        note("everything", "for ann+shop@example.com");
        note("everything", "user " + person + ", Ann Lee");
        note("everything", "for ann+shopper@example.com");
        forget(order, "Ann+Shop@example.com");

        assertThat(audit.before(null, 4).stream().map(Audit.AuditEntry::reason))
                .filteredOn(it -> !it.startsWith("Forgotten"))
                .containsExactly("for ann+shopper@example.com");
    }

    @Test
    void whatTheyWereAnsweredIsForgotten() {
        for (var caller : List.of(person, other)) {
            jdbc.sql("insert into idempotency_key values (?, 'POST /', 'Ann', '', '{}', now(3))")
                    .param(caller.toString())
                    .update();
        }
        forget();

        assertThat(jdbc.sql("select caller from idempotency_key where caller in (?, ?)")
                        .params(person.toString(), other.toString())
                        .query(String.class)
                        .list())
                .containsExactly(other.toString());
    }

    private void forget(String... names) {
        inATransaction(() -> {
            erased.add(person);
            mentions.forget(person, Set.of(names));
        });
    }

    private void note(String target, String reason) {
        audit.note(new Intervention(UUID.randomUUID(), "letters.read", target, reason, 1));
    }

    private static DeadLetter letter(UUID about) {
        return new DeadLetter(
                UUID.randomUUID().toString(),
                "group-" + UUID.randomUUID(),
                "things",
                1,
                42,
                UUID.randomUUID().toString(),
                "thing.happened.v1",
                "key",
                Map.of("ce_type", "thing.happened.v1", "note", "Ann Lee"),
                "{\"who\": \"%s\", \"name\": \"Ann Lee\", broken".formatted(about),
                "Ann Lee is no number",
                State.WAITING,
                Instant.now());
    }

    private void become(DeadLetter letter, State state) {
        jdbc.sql("update dead_letter set state = ? where id = ?")
                .params(state.name(), letter.id())
                .update();
    }

    private State stateOf(DeadLetter letter) {
        return letters.find(letter.id()).orElseThrow().state();
    }

    private String wordsOf(DeadLetter letter) {
        return letters.find(letter.id()).orElseThrow().toString();
    }

    private void inATransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private void inATransactionOfItsOwn(Runnable work) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(_ -> work.run());
    }
}
