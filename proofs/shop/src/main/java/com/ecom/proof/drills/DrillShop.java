package com.ecom.proof.drills;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.MonitoringTools;
import com.ecom.local.stack.Plan;
import com.ecom.operations.OpsFolder;
import com.ecom.proof.alerts.Monitoring;
import com.ecom.proof.alerts.Receivers;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Gateway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shop in which some drills take place, one after the other: each begins with what the one before has left. */
record DrillShop(List<String> drills) {

    private static final String SHOP = "drill-shop";

    /** Whether all were passed. */
    boolean run(Keep keep) throws Exception {
        var rehearsals = new LinkedHashMap<String, Rehearsal>();
        Deque<Rehearsal> open = new ArrayDeque<>();
        try {
            var plan = Plan.forTrials();
            for (var name : drills) {
                var rehearsal = Faults.of(name).in(plan);
                rehearsals.put(name, rehearsal);
                open.push(rehearsal);
                plan = rehearsal.plan();
            }
            return in(plan, rehearsals, keep);
        } finally {
            for (var rehearsal : open) {
                rehearsal.close();
            }
        }
    }

    private static boolean in(Plan plan, Map<String, Rehearsal> rehearsals, Keep keep) throws Exception {
        var checkout = Checkout.find();
        var tools = MonitoringTools.find(checkout)
                .orElseThrow(() -> new IOException("There are no Prometheus and Alertmanager on this machine"));
        var folder = checkout.ownFolder().resolve(SHOP);
        try (var receivers = new Receivers();
                var shop = LocalShop.named(SHOP, plan)) {
            System.out.printf("Opening a shop for %s%n", String.join(", ", rehearsals.keySet()));
            for (var rehearsal : rehearsals.values()) {
                rehearsal.prepare(shop, folder);
            }
            shop.startAll();
            var door = rehearsals.values().stream()
                    .flatMap(it -> it.door(shop).stream())
                    .findFirst()
                    .orElse(shop.gateway());
            var gateway = Gateway.at(door.toString());
            try (var monitoring =
                    Monitoring.of(shop, tools, receivers, checkout.ownFolder().resolve("drill-monitoring"))) {
                var stage = new Stage(shop, folder, receivers, monitoring, gateway);
                stage.fill(checkout.sampleCatalogue());
                var passed = true;
                for (var rehearsal : rehearsals.entrySet()) {
                    try {
                        passed &= keep.keep(stage.rehearse(rehearsal.getKey(), rehearsal.getValue()));
                    } catch (RuntimeException | IOException e) {
                        System.out.printf("   ! %s was broken off: %s%n", rehearsal.getKey(), e);
                        passed = false;
                    }
                }
                return passed;
            }
        }
    }

    /** Whether it was passed. */
    interface Keep {
        boolean keep(Evidence evidence) throws IOException;
    }

    private record Stage(LocalShop shop, Path folder, Receivers receivers, Monitoring monitoring, Gateway gateway) {

        private Scene scene() {
            return new Scene(shop, folder, monitoring, gateway, new Findings());
        }

        void fill(Path catalogue) throws Exception {
            var scene = scene();
            new CatalogueImport(() -> gateway.as(scene.token()), (_, _, _) -> {}).run(new CatalogueFile(catalogue));
        }

        Evidence rehearse(String name, Rehearsal rehearsal) throws Exception {
            var scene = scene();
            var drill = rehearsal.drill(scene);
            System.out.printf("%n== %s%n   %s%n", name, drill.rehearses());
            var runbook = new FollowRunbook(OpsFolder.find(), shop, folder, scene.token());
            try (var traffic = Traffic.in(gateway, aSku())) {
                return new RunDrill(receivers, monitoring, runbook, traffic, scene.findings()).of(name, drill);
            }
        }

        private String aSku() {
            var product = gateway.get("/api/products?size=1").path("items").path(0);
            return gateway.get("/api/products/" + product.path("productId").asString())
                    .at("/variants/0/sku")
                    .asString();
        }
    }
}
