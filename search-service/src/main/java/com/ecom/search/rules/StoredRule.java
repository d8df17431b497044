package com.ecom.search.rules;

import com.ecom.search.model.SearchRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule with who decided what about it, kept as one document so that neither is there without the other.
 *
 * @param version grows with each change
 * @param rule absent once it is deleted
 * @param changes the latest, the newest first
 */
record StoredRule(
        String id, long version, @Nullable SearchRule rule, boolean deleted, Instant changedAt, List<Change> changes) {

    private static final int REMEMBERED = 50;

    static StoredRule added(String id, SearchRule rule, String actor, String reason, Instant now) {
        return new StoredRule(id, 1, rule, false, now, List.of(new Change(1, now, actor, Action.ADDED, reason, rule)));
    }

    StoredRule revised(SearchRule to, String actor, String reason, Instant now) {
        return changed(to, new Change(version + 1, now, actor, Action.REVISED, reason, to));
    }

    StoredRule removed(String actor, String reason, Instant now) {
        return changed(null, new Change(version + 1, now, actor, Action.DELETED, reason, null));
    }

    private StoredRule changed(@Nullable SearchRule to, Change change) {
        var all = new ArrayList<Change>();
        all.add(change);
        all.addAll(changes);
        return new StoredRule(
                id,
                change.version,
                to,
                to == null,
                change.at,
                List.copyOf(all.subList(0, Math.min(all.size(), REMEMBERED))));
    }

    enum Action {
        ADDED,
        REVISED,
        DELETED
    }

    /** @param rule what it was from then on; absent if it was deleted */
    record Change(
            long version,
            Instant at,
            String actor,
            Action action,
            String reason,
            @Nullable SearchRule rule) {}
}
