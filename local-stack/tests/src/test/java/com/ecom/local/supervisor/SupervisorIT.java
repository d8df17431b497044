package com.ecom.local.supervisor;

import static com.ecom.local.stack.Names.REDIS;
import static com.ecom.local.stack.Names.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.ecom.local.TestStack;
import com.ecom.local.client.Failed;
import com.ecom.local.client.Stack;
import com.ecom.local.supervisor.ProcessView.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With Redis as the child, because it starts in no time. */
class SupervisorIT {

    private final TestStack home = TestStack.named("stack-of-supervisor");

    @AfterEach
    void takeDown() throws IOException {
        Stack.in(home.folder()).ifPresent(Stack::down);
        Turn.take(home.folder()).close();
    }

    @Test
    void leavesNoChildWhenItIsKilled() throws Exception {
        try (var stack = home.join()) {
            var redis = process(stack.start(REDIS), REDIS);
            process(stack.look(), SUPERVISOR).destroyForcibly();
            await().until(() -> !redis.isAlive());
        }
    }

    @Test
    void stopsEverythingOnceNobodyHoldsTheStack() throws Exception {
        ProcessHandle redis;
        ProcessHandle supervisor;
        try (var one = home.join()) {
            try (var other = home.join()) {
                redis = process(other.start(REDIS), REDIS);
                supervisor = process(other.look(), SUPERVISOR);
            }
            assertThat(process(one.look(), REDIS)).isEqualTo(redis);
        }
        await().until(() -> !redis.isAlive() && !supervisor.isAlive());
    }

    @Test
    void holdsTheStackForAProcessUntilThatEnds() throws Exception {
        var build = new ProcessBuilder("sleep", "60").start();
        ProcessHandle redis;
        try (var stack = home.join()) {
            redis = process(stack.start(REDIS), REDIS);
            stack.holdFor(build.toHandle());
        }
        assertThat(redis.isAlive()).isTrue();
        build.destroy();
        await().until(() -> !redis.isAlive());
    }

    @Test
    void keepsWhatIsToBeKept() throws Exception {
        try (var stack = home.join()) {
            stack.start(REDIS);
            stack.keep();
        }
        try (var later = Stack.in(home.folder()).orElseThrow()) {
            assertThat(view(later.look(), REDIS).state()).isEqualTo(State.UP);
        }
    }

    @Test
    void noticesThatAChildHasDiedAndStartsItAgainWhenAsked() throws Exception {
        try (var stack = home.join()) {
            process(stack.start(REDIS), REDIS).destroyForcibly();
            await().until(() -> view(stack.look(), REDIS).state() == State.DIED);
            assertThat(view(stack.start(REDIS), REDIS).state()).isEqualTo(State.UP);
        }
    }

    @Test
    void stopsAndKillsSingleChildren() throws Exception {
        try (var stack = home.join()) {
            stack.start(REDIS);
            assertThat(view(stack.stop(REDIS), REDIS).state()).isEqualTo(State.DOWN);
            stack.start(REDIS);
            assertThat(view(stack.kill(REDIS), REDIS).pid()).isNull();
        }
    }

    @Test
    void startsNothingWhenAPortIsTakenAndSaysByWhom() throws Exception {
        try (var _ = new ServerSocket(home.port(REDIS), 1, InetAddress.getLoopbackAddress());
                var stack = home.join()) {
            assertThatExceptionOfType(Failed.class)
                    .isThrownBy(() -> stack.start(REDIS, "mail"))
                    .withMessageContaining("Port %d of redis", home.port(REDIS))
                    .withMessageContaining("pid %d", ProcessHandle.current().pid());
            assertThat(stack.look()).filteredOn(it -> it.pid() != null).hasSize(1);
        }
    }

    @Test
    void tellsWhyAProcessCouldNotStart() throws Exception {
        try (var stack = home.join()) {
            assertThatExceptionOfType(Failed.class)
                    .isThrownBy(() -> stack.start("nonsense"))
                    .withMessageContaining("nonsense");
        }
    }

    private static ProcessHandle process(List<ProcessView> processes, String name) {
        var pid = Objects.requireNonNull(view(processes, name).pid());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static ProcessView view(List<ProcessView> processes, String name) {
        return processes.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
