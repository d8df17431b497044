package com.ecom.core.republish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepublisherTests {

    private final Things things = new Things(250);
    private final OneRepublication republications = new OneRepublication();

    @Test
    void publishesEveryThingOnceInTheOrderOfTheKeysAndThenIsFinished() {
        republisher(1_000).run();

        assertThat(things.published).isEqualTo(things.all).isSorted();
        assertThat(republications.it.published()).isEqualTo(250);
        assertThat(republications.it.finishedAt()).isNotNull();
    }

    @Test
    void doesNoMoreInASecondThanItMay() {
        republisher(200).run();

        assertThat(things.published).hasSize(200);
        assertThat(republications.it.finishedAt()).isNull();
    }

    @Test
    void goesOnWhereItStopped() {
        var republisher = republisher(1_000);
        things.failAfter = 100;
        assertThatIllegalStateException().isThrownBy(republisher::run);
        things.failAfter = Integer.MAX_VALUE;

        republisher.run();

        assertThat(things.published).isEqualTo(things.all);
    }

    private Republisher republisher(int perSecond) {
        var settings = new RepublishProperties("things", perSecond, Duration.ofDays(1));
        return new Republisher(things, republications, settings, Clock.systemUTC());
    }

    private static final class Things implements CurrentStates {

        private final List<String> all;
        private final List<String> published = new ArrayList<>();
        private int failAfter = Integer.MAX_VALUE;

        private Things(int count) {
            all = IntStream.range(0, count).mapToObj("%04d"::formatted).toList();
        }

        @Override
        public long count() {
            return all.size();
        }

        @Override
        public Published publishAfter(String position, int limit) {
            if (published.size() >= failAfter) {
                throw new IllegalStateException("The broker's table is away");
            }
            var some = all.stream()
                    .filter(it -> it.compareTo(position) > 0)
                    .limit(limit)
                    .toList();
            published.addAll(some);
            return new Published(some.size(), some.isEmpty() ? position : some.getLast());
        }
    }

    private static final class OneRepublication implements Republications {

        private Republication it =
                Republication.of(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, "the index was lost", 250);

        @Override
        public void add(Republication another) {
            it = another;
        }

        @Override
        public List<Republication> before(@Nullable UUID id, int limit) {
            return List.of(it);
        }

        @Override
        public boolean advance(UnaryOperator<Republication> step) {
            if (it.finishedAt() != null) {
                return false;
            }
            it = step.apply(it);
            return true;
        }

        @Override
        public void forgetOlderThan(Instant time) {
            throw new UnsupportedOperationException();
        }
    }
}
