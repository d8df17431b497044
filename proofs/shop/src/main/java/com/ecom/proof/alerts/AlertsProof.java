package com.ecom.proof.alerts;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.MonitoringTools;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Breaks something, waits until the team that owns it has heard of it through Prometheus and Alertmanager, mends it, and
 * waits until they have heard of that, too.
 */
public final class AlertsProof implements Proof {

    private static final String AUDIT = "audit";
    private static final Duration RESOLVED_WITHIN = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public String promise() {
        return "The owner of what is broken is notified, nobody else is, and again when it is mended";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var checkout = Checkout.find();
        var tools = MonitoringTools.find(checkout);
        if (tools.isEmpty()) {
            return Verdict.of(
                    List.of("Neither this machine nor its packages have Prometheus and Alertmanager"),
                    Verdict.newFigures());
        }
        var pipeline = Pipeline.ofThisRun();
        var plan = Plan.forTrials()
                .withEnvironment(Map.of(Names.GATEWAY, Map.of("ECOM_RELEASEGATE_SECRETS", pipeline.secret())));
        try (var receivers = new Receivers();
                var shop = LocalShop.named("alerts", plan)) {
            effort.say("Opening a shop");
            shop.startAll();
            var folder = checkout.ownFolder().resolve("alerts-monitoring");
            try (var monitoring = Monitoring.of(shop, tools.orElseThrow(), receivers, folder)) {
                return raise(new Alarms(shop, monitoring, pipeline).all(), effort, receivers, monitoring);
            }
        }
    }

    private static Verdict raise(List<Alarm> alarms, Effort effort, Receivers receivers, Monitoring monitoring)
            throws Exception {
        var violations = new ArrayList<String>();
        var figures = Verdict.newFigures();
        for (var alarm : alarms) {
            effort.say(alarm.alert());
            receivers.forget(alarm);
            var broken = Instant.now();
            alarm.inject().run();
            var fired = receivers.hears(alarm, alarm.receiver(), "firing", alarm.within());
            var mended = Instant.now();
            alarm.heal().run();
            if (fired.isEmpty()) {
                violations.add("%s: %s did not hear of it within %d s"
                        .formatted(
                                alarm.alert(), alarm.receiver(), alarm.within().toSeconds()));
                continue;
            }
            var resolved = receivers.hears(alarm, alarm.receiver(), "resolved", RESOLVED_WITHIN);
            if (resolved.isEmpty()) {
                violations.add("%s: %s did not hear that it was mended".formatted(alarm.alert(), alarm.receiver()));
            }
            var who = receivers.whoHeardOf(alarm);
            if (!who.equals(Set.of(AUDIT, alarm.receiver()))) {
                violations.add("%s notified %s".formatted(alarm.alert(), who));
            }
            figures.put(
                    "%s (%s, %s)".formatted(alarm.alert(), alarm.service(), alarm.receiver()),
                    "notified after %.1f s, mended after %s"
                            .formatted(
                                    seconds(broken, fired.orElseThrow().at()),
                                    resolved.map(it -> "%.1f s".formatted(seconds(mended, it.at())))
                                            .orElse("never")));
        }
        violations.addAll(monitoring.ended());
        return Verdict.of(violations, figures);
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1_000.0;
    }
}
