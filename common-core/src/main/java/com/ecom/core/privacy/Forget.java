package com.ecom.core.privacy;

import com.ecom.core.privacy.PersonalData.Erasure;
import java.util.Optional;
import java.util.UUID;

/** Forgets somebody for good, with all that speaks of them; or not at all, while something of theirs is still going on. */
class Forget {

    private final PersonalData data;
    private final ErasedSubjects erased;
    private final Mentions mentions;

    Forget(PersonalData data, ErasedSubjects erased, Mentions mentions) {
        this.data = data;
        this.erased = erased;
        this.mentions = mentions;
    }

    Optional<Erasure> handle(UUID subject) {
        erased.add(subject);
        var names = data.namesOf(subject);
        var done = data.erase(subject);
        if (done.isPresent()) {
            mentions.forget(subject, names);
        } else {
            erased.remove(subject);
        }
        return done;
    }
}
