package com.ecom.core.deadletters;

import com.ecom.core.deadletters.DeadLetter.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a service keeps the messages that it could not handle, until somebody has decided about them. */
public interface DeadLetters {

    /** Keeps it, unless it is kept already; of whoever was forgotten only that there was one. */
    void keep(DeadLetter it);

    Optional<DeadLetter> find(String id);

    /** The oldest first, younger than that one. */
    List<DeadLetter> list(State state, Choice choice, String after, int limit);

    long count(State state, Choice choice);

    /** Moves the chosen ones from one state to the other, at most so many, and returns how many. */
    long move(State from, State to, Choice choice, int most);

    /** What came of trying it again: nothing is changed unless it was to be tried. */
    void tried(String id, State state, String error);

    /** Deletes letters that were handled or let go, and are older than that; at most so many, and returns how many. */
    int forgetDecided(Duration age, int limit);

    /** Which letters are meant; whatever is absent does not narrow them down. */
    record Choice(
            @Nullable String id,
            @Nullable String group,
            @Nullable String topic,
            @Nullable String type) {

        public static final Choice ALL = new Choice(null, null, null, null);
    }
}
