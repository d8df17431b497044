package com.ecom.core.privacy;

import com.ecom.core.deadletters.Forgotten;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was forgotten here, so that whatever comes late, twice or again writes nothing of them: whoever keeps what a message
 * says asks first, in the transaction in which it keeps it: an erasure waits for that transaction. A service that answers by
 * {@link PersonalData} has everybody noted here who was erased.
 */
public class ErasedSubjects implements Forgotten {

    private static final int BUCKETS = 64;

    private final JdbcClient jdbc;

    ErasedSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for an erasure that is under way. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean contain(UUID subject) {
        return !among(Set.of(subject)).isEmpty();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<UUID> among(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("""
                select it.subject from erasure_turn turn left join erased_subject it on it.subject in (:subjects)
                where turn.bucket in (:buckets) order by turn.bucket, it.subject for share
                """)
                .param("subjects", subjects.stream().map(UUID::toString).toList())
                .param("buckets", bucketsOf(subjects))
                .query(String.class)
                .list()
                .stream()
                .flatMap(Stream::ofNullable)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /** From now on; before anything of theirs is deleted. Waits for those who are about to keep something of theirs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID subject) {
        jdbc.sql("select bucket from erasure_turn where bucket in (:buckets) for update")
                .param("buckets", bucketsOf(Set.of(subject)))
                .query(Integer.class)
                .list();
        jdbc.sql("insert ignore into erased_subject (subject) values (:subject)")
                .param("subject", subject.toString())
                .update();
    }

    private static List<Integer> bucketsOf(Collection<UUID> subjects) {
        return subjects.stream()
                .map(it -> Math.floorMod(it.hashCode(), BUCKETS))
                .distinct()
                .toList();
    }

    /** For whoever cannot be forgotten yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remove(UUID subject) {
        jdbc.sql("delete from erased_subject where subject = :subject")
                .param("subject", subject.toString())
                .update();
    }
}
