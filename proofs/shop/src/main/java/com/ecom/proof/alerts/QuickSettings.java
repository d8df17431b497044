package com.ecom.proof.alerts;

import com.ecom.operations.OpsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The settings of {@code ops} for Prometheus and Alertmanager, made quick and sent to receivers of ours. */
final class QuickSettings {

    private QuickSettings() {}

    static String prometheus(OpsFolder ops) throws IOException {
        return Files.readString(ops.prometheus().resolve("prometheus.yml"))
                .replace("scrape_interval: 15s", "scrape_interval: 2s")
                .replace("evaluation_interval: 15s", "evaluation_interval: 1s")
                .replace("scrape_timeout: 10s", "scrape_timeout: 2s");
    }

    /** Routes and inhibition stay as they are. */
    static String alertmanager(OpsFolder ops, Receivers receivers) throws IOException {
        var all = OpsFolder.yaml(ops.alertmanager().resolve("alertmanager.yml"));
        all.remove("global");
        @SuppressWarnings("unchecked")
        var route = (Map<String, Object>) Objects.requireNonNull(all.get("route"));
        route.put("group_wait", "1s");
        route.put("group_interval", "1s");
        all.put(
                "receivers",
                ((List<?>) Objects.requireNonNull(all.get("receivers")))
                        .stream()
                                .map(it -> String.valueOf(((Map<?, ?>) it).get("name")))
                                .map(it -> Map.of(
                                        "name",
                                        it,
                                        "webhook_configs",
                                        List.of(Map.of("url", receivers.addressOf(it), "send_resolved", true))))
                                .toList());
        return new Yaml().dump(all);
    }
}
