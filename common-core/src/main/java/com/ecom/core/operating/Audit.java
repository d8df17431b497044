package com.ecom.core.operating;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record of what operators did: only ever added to. */
public interface Audit {

    void note(Intervention it);

    /** The newest first, older than that entry. */
    List<AuditEntry> before(@Nullable String id, int limit);

    /** @param id grows with time */
    record AuditEntry(
            String id, Instant at, String actor, String action, String target, String reason, long affected) {}
}
