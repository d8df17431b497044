package com.ecom.core.privacy;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was forgotten here, so that whatever comes late, twice or again writes nothing of them: whoever keeps what a message
 * says asks first. A service that answers by {@link PersonalData} has everybody noted here who was erased.
 */
public class ErasedSubjects {

    private final JdbcClient jdbc;

    ErasedSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for an erasure that is under way. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean contain(UUID subject) {
        return !among(Set.of(subject)).isEmpty();
    }

    /** Those of these people who were forgotten. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<UUID> among(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select subject from erased_subject where subject in (:subjects) order by subject for share")
                .param("subjects", subjects.stream().map(UUID::toString).toList())
                .query(String.class)
                .list()
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /** From now on; before anything of theirs is deleted, so that nobody adds to it meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID subject) {
        jdbc.sql("insert ignore into erased_subject (subject) values (:subject)")
                .param("subject", subject.toString())
                .update();
    }

    /** For whoever cannot be forgotten yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remove(UUID subject) {
        jdbc.sql("delete from erased_subject where subject = :subject")
                .param("subject", subject.toString())
                .update();
    }
}
