package com.ecom.core.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one service keeps of people. */
public interface PersonalData {

    /** Everything that it keeps of this person, in a form that they can read. */
    List<Item> of(UUID subject);

    /** By what else they are known here, and operators may speak of them: ids of what is theirs, addresses. */
    default Set<String> namesOf(UUID subject) {
        return Set.of();
    }

    /**
     * Forgets this person, in the transaction that handles the request; of what the law wants kept it forgets whose it
     * was. Tolerates being repeated.
     *
     * @return empty, and nothing was changed, if something is still going on that cannot be forgotten yet
     */
    Optional<Erasure> erase(UUID subject);

    /**
     * @param kind such as {@code address}
     * @param content becomes JSON; at most 100 KiB of it
     */
    record Item(String kind, Object content) {}

    /**
     * @param erased how many records are gone
     * @param anonymised how many remain and say no longer whose they are
     * @param kept how many remain as they are
     * @param reason why any of them remain
     */
    record Erasure(
            int erased, int anonymised, int kept, @Nullable String reason) {

        public static Erasure of(int erased) {
            return new Erasure(erased, 0, 0, null);
        }
    }
}
