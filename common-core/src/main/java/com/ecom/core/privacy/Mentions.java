package com.ecom.core.privacy;

import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every service keeps beside its own data and what may speak of people: messages that could not be handled, the reasons
 * of operators, and the answers to requests that may be repeated.
 */
public class Mentions {

    private static final String FORGOTTEN = "Forgotten with the person it was about";

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;

    Mentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param names by which operators may have spoken of them: ids of what is theirs, addresses */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID subject, Collection<String> names) {
        jdbc.sql("delete from idempotency_key where caller = :subject")
                .param("subject", subject.toString())
                .update();
        forgetLetters(subject);
        var all = Stream.concat(Stream.of(subject.toString()), names.stream())
                .distinct()
                .toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            forgetReasons(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    /** All that says who somebody is says their id, too. Nobody can handle what is left, so nobody has to decide about it. */
    private void forgetLetters(UUID subject) {
        jdbc.sql("""
                update dead_letter
                set payload = null, headers = json_object(), error = :forgotten,
                    state = if(state in ('WAITING', 'REQUEUED'), 'DISCARDED', state)
                where locate(:subject, lower(concat_ws(' ', message_key, headers, payload, error))) > 0
                """)
                .param("forgotten", FORGOTTEN)
                .param("subject", subject.toString())
                .update();
    }

    private void forgetReasons(Collection<String> names) {
        jdbc.sql(
                        "update ops_audit set reason = :forgotten where regexp_like(concat_ws(' ', target, reason), :names, 'i')")
                .param("forgotten", FORGOTTEN)
                .param("names", names.stream().map(Pattern::quote).collect(Collectors.joining("|")))
                .update();
    }
}
