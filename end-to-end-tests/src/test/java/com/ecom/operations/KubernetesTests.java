package com.ecom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Ports;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of the manifests without a cluster. */
class KubernetesTests {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Objects.requireNonNull(KubernetesTests.class.getResourceAsStream("/kubernetes.schema.json")));

    private final OpsFolder ops = OpsFolder.find();
    private final Path base = ops.root().resolve("ops/kubernetes/base");

    @Test
    void theManifestOfEachServiceIsWhatTemplateAndTableSay() throws IOException {
        var manifests = Manifests.of(ops);

        assertThat(manifests.needs()).containsOnlyKeys(Names.SERVICES);
        for (var service : Names.SERVICES) {
            Generated.mustEqual(base.resolve(service + ".yaml"), manifests.of(service));
        }
    }

    @Test
    void saysNothingThatKubernetesDoesNotUnderstandAndNothingThatIsNotSafe() throws IOException {
        for (var file : OpsFolder.in(base)) {
            for (var document : documents(Files.readString(file))) {
                assertThat(SCHEMA.validate(document.toString(), InputFormat.JSON))
                        .as("%s: %s", file, document)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "containerPort, contanerPort",
        "runAsNonRoot: true, runAsNonRoot: false",
        "readOnlyRootFilesystem: true, readOnlyRootFilesystem: false",
        "'limits: {memory: 640Mi}', 'limits: {}'",
        "minAvailable: 1, minAvailable: 0",
        "maxUnavailable: 0, maxUnavailable: 1",
        "minReplicas: 2, minReplicas: 1",
        "readinessProbe:, readinesProbe:",
        "terminationGracePeriodSeconds: 45, terminationGracePeriodSeconds: 30",
    })
    void noticesWhatIsMisspeltOrUnsafe(String right, String wrong) throws IOException {
        var text = Manifests.of(ops).of("order-service");

        assertThat(documents(text.replace(right, wrong)))
                .anyMatch(
                        it -> !SCHEMA.validate(it.toString(), InputFormat.JSON).isEmpty());
    }

    @Test
    void everythingIsPartOfTheBase() throws IOException {
        var listed = documents(Files.readString(base.resolve("kustomization.yaml")))
                .getFirst()
                .path("resources");

        assertThat(listed.valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(OpsFolder.in(base).stream()
                        .map(it -> it.getFileName().toString())
                        .filter(it -> !it.equals("kustomization.yaml"))
                        .toList());
    }

    /** Each path of a call is opened at both of its ends, and no other. */
    @Test
    void whoeverMayCallIsLetIn() throws IOException {
        var out = new TreeSet<String>();
        var in = new TreeSet<String>();
        for (var entry : policies().entrySet()) {
            ends(entry.getValue().path("egress"), "to").forEach(it -> out.add(entry.getKey() + " calls " + it));
            ends(entry.getValue().path("ingress"), "from").forEach(it -> in.add(it + " calls " + entry.getKey()));
        }

        assertThat(out).isEqualTo(in).contains("order-service calls cart-service", "cart-service calls auth-service");
        assertThat(out).doesNotContain("cart-service calls order-service", "review-service calls payment-service");
    }

    /** Prometheus is the only one who reaches the port on which a service says everything. */
    @Test
    void thePortOfManagementIsForMonitoringOnly() throws IOException {
        policies().forEach((service, policy) -> {
            var management = Ports.usual().of(Names.managementOf(service));
            var rules = policy.path("ingress")
                    .valueStream()
                    .filter(it -> it.path("ports")
                            .valueStream()
                            .anyMatch(port -> port.path("port").asInt() == management))
                    .toList();

            assertThat(rules).as(service).hasSize(1);
            assertThat(rules.getFirst()
                            .at("/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                            .asString())
                    .isEqualTo("monitoring");
        });
    }

    private Map<String, JsonNode> policies() throws IOException {
        var policies = new TreeMap<String, JsonNode>();
        for (var service : Names.SERVICES) {
            documents(Files.readString(base.resolve(service + ".yaml"))).stream()
                    .filter(it -> it.path("kind").asString().equals("NetworkPolicy"))
                    .forEach(it -> policies.put(service, it.path("spec")));
        }
        return policies;
    }

    /** The services at the other end. */
    private static List<String> ends(JsonNode rules, String direction) {
        return rules.valueStream()
                .flatMap(it -> it.path(direction).valueStream())
                .map(it -> it.at("/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asString(""))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<JsonNode> documents(String text) {
        var all = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
        return new ArrayList<>(StreamSupport.stream(all.spliterator(), false)
                .<JsonNode>map(it -> JsonMapper.shared().valueToTree(it))
                .toList());
    }
}
