package com.ecom.local.provider;

import java.time.Clock;
import java.time.Instant;

/** The provider's moods as they are now. An outage that was given a time ends by itself. */
class Temper {

    private final Clock clock;
    private volatile Mood mood = new Mood(Moods.good(), Instant.MAX);

    Temper(Clock clock) {
        this.clock = clock;
    }

    Moods now() {
        var it = mood;
        return it.moods.outage() && !clock.instant().isBefore(it.outageEnds) ? it.moods.withoutOutage() : it.moods;
    }

    Moods become(Moods moods) {
        var ends = moods.outageMillis() > 0 ? clock.instant().plusMillis(moods.outageMillis()) : Instant.MAX;
        mood = new Mood(moods, ends);
        return moods;
    }

    private record Mood(Moods moods, Instant outageEnds) {}
}
