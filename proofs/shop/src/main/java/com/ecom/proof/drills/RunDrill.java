package com.ecom.proof.drills;

import com.ecom.operations.Scaled;
import com.ecom.proof.alerts.Monitoring;
import com.ecom.proof.alerts.Receivers;
import com.ecom.proof.drills.FollowRunbook.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Breaks, waits until somebody hears, follows the runbook, mends, and waits until they hear that it is over. */
record RunDrill(Receivers receivers, Monitoring monitoring, FollowRunbook runbook, Traffic traffic, Findings findings) {

    private static final Duration RESOLVED_WITHIN = Duration.ofMinutes(3);

    Evidence of(String name, Drill drill) throws Exception {
        var alarm = drill.alarm();
        var problems = new ArrayList<String>();
        receivers.forget(alarm);
        var acceptedBefore = traffic.acceptedOrders();
        var refusedBefore = traffic.refusals();
        var begin = Instant.now();
        alarm.inject().run();
        var fired = receivers.hears(alarm, alarm.receiver(), "firing", alarm.within());
        if (fired.isEmpty()) {
            problems.add("%s did not hear of %s".formatted(alarm.receiver(), alarm.alert()));
        }
        var done = runbook.of(alarm);
        done.stream()
                .filter(it -> !it.isGood())
                .forEach(it -> problems.add("%s ended with %d: %s".formatted(it.command(), it.exit(), it.said())));
        alarm.heal().run();
        var mitigated = Instant.now();
        var resolved = receivers.hears(alarm, alarm.receiver(), "resolved", RESOLVED_WITHIN);
        if (resolved.isEmpty()) {
            problems.add("%s did not hear that it is over".formatted(alarm.receiver()));
        }
        var refused = traffic.refusals() - refusedBefore;
        traffic.unfinished().forEach(it -> problems.add("Order " + it));
        problems.addAll(findings.wrong());
        problems.addAll(monitoring.ended());
        return new Evidence(
                name,
                drill.rehearses(),
                begin,
                Scaled.USUAL,
                alarm.alert(),
                alarm.receiver(),
                seconds(begin, fired.map(Receivers.Heard::since)),
                seconds(begin, fired.map(Receivers.Heard::at)),
                seconds(begin, Optional.of(mitigated)),
                seconds(begin, resolved.map(Receivers.Heard::at)),
                traffic.acceptedOrders() - acceptedBefore,
                refused,
                done.stream().map(Done::command).toList(),
                findings.seen(),
                List.copyOf(problems));
    }

    private static double seconds(Instant begin, Optional<Instant> end) {
        return end.map(it -> Math.round(Duration.between(begin, it).toMillis() / 100.0) / 10.0)
                .orElse(-1.0);
    }
}
