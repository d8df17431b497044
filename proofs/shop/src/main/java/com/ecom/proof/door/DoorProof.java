package com.ecom.proof.door;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import com.ecom.proof.chaos.Goods;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Replaces gateways and issuers one by one while people use the shop, takes all issuers away, and ends sessions. Two
 * instances of each run, behind balancers that believe what the instances say of their readiness.
 */
public final class DoorProof implements Proof {

    private static final String AUTH = "auth-service";
    private static final String SHOP = "door";
    private static final String ADJUSTMENTS = "/api/admin/inventory/adjustments";
    private static final int PEOPLE = 4;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final double SOON_MILLIS = 2_000;

    /** Longer than balancers take to notice, and than clients and gateways keep an idle connection (4 s). */
    private static final String DRAINING = "6s";

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Object> figures = Verdict.newFigures();

    @Override
    public String name() {
        return "door";
    }

    @Override
    public String promise() {
        return "Replacing gateways and issuers costs nobody a request, without any issuer everything goes on but logging in"
                + " and what is of high risk, and a session that ends counts nowhere two seconds later";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        // As it is advised to whoever keeps connections: give them up before a server that drains does.
        System.setProperty("jdk.httpclient.keepalive.timeout", "4");
        var plan = Plan.forTrials().withForwardedAddresses().withSecond(Names.GATEWAY, AUTH);
        try (var gateways = Balancer.before(Names.GATEWAY, plan.ports());
                var issuers = Balancer.before(AUTH, plan.ports());
                var shop = LocalShop.named(SHOP, plan.withEnvironment(environment(issuers)))) {
            effort.say("Opening a shop with two gateways and two issuers");
            shop.start(Names.SERVICES.toArray(String[]::new));
            shop.start(Names.secondOf(Names.GATEWAY), Names.secondOf(AUTH));
            var trial = new Trial(effort, shop, gateways, issuers, Goods.plenty(shop));
            trial.replaceEachInTurn(effort.size(1, 3));
            trial.endSessions(effort.size(20, 200));
            trial.withoutIssuers(Duration.ofSeconds(effort.size(20, 300)));
        }
        return Verdict.of(violations, figures);
    }

    private static Map<String, Map<String, String>> environment(Balancer issuers) {
        var environment = new HashMap<String, Map<String, String>>();
        for (var service : Names.SERVICES) {
            var settings =
                    new HashMap<>(Map.of("ECOM_AUTH_URL", issuers.address().toString()));
            if (service.equals(Names.GATEWAY)) {
                settings.put("ECOM_SERVICES_AUTHSERVICE_URL", issuers.address().toString());
            }
            if (service.equals(Names.GATEWAY) || service.equals(AUTH)) {
                settings.put("ECOM_DRAINING_FOR", DRAINING);
            }
            environment.put(service, settings);
        }
        return environment;
    }

    private final class Trial {

        private final Effort effort;
        private final LocalShop shop;
        private final Balancer gateways;
        private final Balancer issuers;
        private final List<String> skus;
        private final Gateway anybody;

        Trial(Effort effort, LocalShop shop, Balancer gateways, Balancer issuers, List<String> skus) {
            this.effort = effort;
            this.shop = shop;
            this.gateways = gateways;
            this.issuers = issuers;
            this.skus = skus;
            await("both gateways", () -> trustsBoth(gateways, Names.GATEWAY));
            await("both issuers", () -> trustsBoth(issuers, AUTH));
            this.anybody = Gateway.at(gateways.address().toString());
        }

        void replaceEachInTurn(int rounds) {
            var crowd = Crowd.comingAndGoing(anybody, skus, PEOPLE);
            try (crowd) {
                for (int round = 1; round <= rounds; round++) {
                    replace(Names.GATEWAY, gateways);
                    replace(Names.secondOf(Names.GATEWAY), gateways);
                    replace(AUTH, issuers);
                    replace(Names.secondOf(AUTH), issuers);
                }
            }
            report("while gateways and issuers were replaced", crowd);
        }

        private void replace(String instance, Balancer balancer) {
            effort.say("Replacing " + instance);
            shop.stop(instance);
            shop.start(instance);
            await(instance, () -> balancer.trusts(instance));
        }

        void endSessions(int count) throws Exception {
            effort.say("Ending %d sessions".formatted(count));
            try (var ends = new EndsOfSessions(shop, anybody)) {
                var millis = ends.measure(count);
                violations.addAll(ends.violations());
                figures.put("sessions that ended", count);
                figures.put("until one counts nowhere, p50 in ms", Math.round(millis.get(count / 2)));
                var p99 = millis.get(count * 99 / 100);
                figures.put("until one counts nowhere, p99 in ms", Math.round(p99));
                figures.put("until one counts nowhere, longest in ms", Math.round(millis.getLast()));
                if (effort.full() && p99 > SOON_MILLIS) {
                    violations.add("Of 100 sessions that end, one counts somewhere for %.0f ms".formatted(p99));
                }
            }
        }

        void withoutIssuers(Duration length) {
            effort.say("Without any issuer for %d s".formatted(length.toSeconds()));
            var account = Map.of(
                    "email",
                    "late-%s@example.com".formatted(UUID.randomUUID()),
                    "password",
                    "correct horse " + UUID.randomUUID());
            anybody.post("/api/auth/signup", account).good();
            int refused = 0;
            var staff = anybody.loggedIn(shop.adminEmail(), shop.adminPassword());
            var loggedIn = Crowd.loggedIn(anybody, skus, PEOPLE);
            try (loggedIn) {
                shop.kill(AUTH, Names.secondOf(AUTH));
                await("nobody", () -> !issuers.trusts(AUTH) && !issuers.trusts(Names.secondOf(AUTH)));
                var end = System.nanoTime() + length.toNanos();
                while (System.nanoTime() < end) {
                    checkThatLoggingInIsRefused(account);
                    checkThatStaffOnlyLook(staff);
                    refused++;
                    pause(Duration.ofSeconds(1));
                }
            }
            report("while there was no issuer", loggedIn);
            figures.put("log-ins, and changes by staff, refused while there was no issuer", refused);
            shop.start(AUTH, Names.secondOf(AUTH));
            await("issuers", () -> trustsBoth(issuers, AUTH));
            await("logging in again, at each gateway", () -> gateways.each().allMatch(it -> logsIn(it, account)));
            anybody.loggedIn(shop.adminEmail(), shop.adminPassword())
                    .insist(ADJUSTMENTS, oneMore())
                    .good();
            var afterwards = Crowd.comingAndGoing(anybody, skus, PEOPLE);
            try (afterwards) {
                pause(Duration.ofSeconds(effort.size(3, 10)));
            }
            report("after issuers came back", afterwards);
        }

        private void checkThatLoggingInIsRefused(Map<String, String> account) {
            var answer = anybody.post("/api/auth/login", account);
            if (answer.status() != 503
                    || !answer.body().path("code").asString("").equals("DOWNSTREAM_UNAVAILABLE")) {
                violations.add(
                        "Without an issuer, logging in was answered %d %s".formatted(answer.status(), answer.body()));
            }
        }

        /** What staff change is of high risk, so the issuer's word is needed for it, and for nothing else. */
        private void checkThatStaffOnlyLook(Gateway staff) {
            var seen = staff.look("/api/admin/inventory/" + skus.getFirst());
            if (!seen.isGood()) {
                violations.add("Without an issuer, staff who looked were answered %d %s"
                        .formatted(seen.status(), seen.body()));
            }
            var changed =
                    staff.postOnce(ADJUSTMENTS, oneMore(), UUID.randomUUID().toString());
            if (changed.status() != 503
                    || !changed.body().path("code").asString("").equals("AUTH_VALIDATION_UNAVAILABLE")) {
                violations.add("Without an issuer, a change by staff was answered %d %s"
                        .formatted(changed.status(), changed.body()));
            }
        }

        private Map<String, Object> oneMore() {
            return Map.of("adjustments", List.of(Map.of("sku", skus.getFirst(), "delta", 1, "reason", "CORRECTION")));
        }

        private static boolean logsIn(URI gateway, Map<String, String> account) {
            try {
                return Gateway.at(gateway.toString())
                        .post("/api/auth/login", account)
                        .isGood();
            } catch (ShopSaysNo e) {
                return false;
            }
        }

        private void report(String when, Crowd crowd) {
            figures.put("requests " + when, crowd.requests());
            var failures = crowd.failures();
            figures.put(
                    "failed requests " + when,
                    failures.values().stream().mapToInt(it -> it).sum());
            failures.forEach((what, times) -> violations.add("%s: %s, %d times".formatted(when, what, times)));
        }

        private void await(String what, BooleanSupplier condition) {
            var end = System.nanoTime() + TIMEOUT.toNanos();
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("No %s within %d s".formatted(what, TIMEOUT.toSeconds()));
                }
                pause(Duration.ofMillis(100));
            }
        }

        private static boolean trustsBoth(Balancer balancer, String service) {
            return balancer.trusts(service) && balancer.trusts(Names.secondOf(service));
        }

        private static void pause(Duration time) {
            LockSupport.parkNanos(time.toNanos());
        }
    }
}
