package com.ecom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.MailboxReceivers;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In containers Prometheus, Alertmanager and Grafana work with the same files as elsewhere, and with addresses of their own. */
class ComposeMonitoringTests {

    private static final Pattern HERE = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private final Path root = Checkout.find().root();
    private final Path ours = root.resolve("ops/compose/monitoring");

    @Test
    void prometheusScrapesTheSameServicesInTheirContainers() throws IOException {
        var ports = Ports.usual();
        var names = Names.SERVICES.stream()
                .collect(Collectors.toMap(it -> String.valueOf(ports.of(Names.managementOf(it))), it -> it));

        Generated.mustEqual(
                ours.resolve("targets/compose.yml"),
                HERE.matcher(Files.readString(root.resolve("ops/prometheus/targets/shop.yml")))
                        .replaceAll(it -> names.get(it.group(1)) + ":" + it.group(1)));
        for (var service : Names.SERVICES) {
            assertThat(environment(service).get("MANAGEMENT_SERVER_PORT")).isEqualTo(portOf(service));
        }
    }

    @Test
    void alertsGoToTheMailboxOfTheContainers() throws IOException {
        Generated.mustEqual(ours.resolve("alertmanager.yml"), MailboxReceivers.of(Checkout.find(), "mail:3025"));
        assertThat(ours.resolve("alertmanagers/compose.yml")).hasContent("- targets: [\"alertmanager:9093\"]");
    }

    @Test
    void everyFileThatIsMountedIsThere() throws IOException {
        for (var service : List.of("prometheus", "alertmanager", "grafana")) {
            var mounts = (List<?>) Objects.requireNonNull(service(service).get("volumes"));
            assertThat(mounts.stream().map(it -> it.toString().split(":", 2)[0]).filter(it -> it.startsWith("./")))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(root.resolve(it)).exists());
        }
    }

    @Test
    void grafanaIsToldWhatItsProvisioningAsksFor() throws IOException {
        var asked = Stream.<String>builder();
        try (var files = Files.walk(root.resolve("ops/grafana/provisioning"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\\$\\{(ECOM_\\w+)}")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(it -> asked.add(it.group(1)));
            }
        }

        assertThat(asked.build().toList()).hasSize(2).allMatch(environment("grafana")::containsKey);
    }

    private static String portOf(String service) {
        return String.valueOf(Ports.usual().of(Names.managementOf(service)));
    }

    private Map<?, ?> environment(String service) throws IOException {
        return (Map<?, ?>) Objects.requireNonNull(service(service).get("environment"));
    }

    private Map<?, ?> service(String name) throws IOException {
        var services = (Map<?, ?>) Objects.requireNonNull(
                OpsFolder.yaml(root.resolve("docker-compose.yml")).get("services"));
        return (Map<?, ?>) Objects.requireNonNull(services.get(name));
    }
}
