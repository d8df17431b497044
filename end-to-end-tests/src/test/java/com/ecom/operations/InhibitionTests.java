package com.ecom.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.stack.Ports;
import com.ecom.shop.ShopHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Alertmanager with our rules tells nobody what only follows from what it tells, and everything else. */
class InhibitionTests {

    private static final String ALERTMANAGER = "alertmanager";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Pattern NAMES = Pattern.compile("alertname(?:!=|=~|=)\"([^\"]+)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    /** None where no Alertmanager could be had. */
    private static @Nullable Process alertmanager;

    @SuppressWarnings("NullAway.Init")
    private static URI api;

    private final List<Firing> fired = new ArrayList<>();

    @BeforeAll
    static void anAlertmanagerThatCallsNobody() throws Exception {
        var settings = OpsFolder.yaml(template());
        settings.keySet().retainAll(Set.of("inhibit_rules"));
        settings.put("route", Map.of("receiver", "nobody"));
        settings.put("receivers", List.of(Map.of("name", "nobody")));
        Files.writeString(folder.resolve("alertmanager.yml"), new Yaml().dump(settings));
        var port = Ports.NONE.withFree(Set.of(ALERTMANAGER)).of(ALERTMANAGER);
        api = URI.create("http://127.0.0.1:%d/api/v2/alerts".formatted(port));
        var line = new ArrayList<>(Tool.monitoring().alertmanager());
        line.addAll(List.of(
                "--config.file=alertmanager.yml",
                "--storage.path=alerts",
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port));
        alertmanager = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ask(HttpRequest.newBuilder(api)).statusCode())
                        .isEqualTo(200));
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (alertmanager != null) {
            alertmanager.destroyForcibly().waitFor();
        }
    }

    @Test
    void ofOneAlertOnlyTheWorseIsTold() throws Exception {
        var warning = new Firing("OrdersStuck", "warning", "one");
        var elsewhere = new Firing("OrdersStuck", "warning", "another");
        var other = new Firing("OutboxDelayed", "warning", "one");
        fire(new Firing("OrdersStuck", "critical", "one"), warning, elsewhere, other);

        onlyTheseAreInhibited(warning);
    }

    @Test
    void ofAServiceThatIsDownOnlyThatIsTold() throws Exception {
        var errors = new Firing("ServerErrorsHigh", "critical", "down");
        var budget = new Firing("CheckoutBudgetBurning", "warning", "down");
        var elsewhere = new Firing("ServerErrorsHigh", "critical", "up");
        fire(new Firing("ServiceDown", "critical", "down"), errors, budget, elsewhere);

        onlyTheseAreInhibited(errors, budget);
    }

    @Test
    void anInstanceThatIsDownHidesNothingOfItsService() throws Exception {
        var worse = new Firing("ServerErrorsHigh", "critical", "one-of-two");
        var errors = new Firing("ServerErrorsHigh", "warning", "one-of-two");
        fire(new Firing("ServiceDown", "warning", "one-of-two"), worse, errors);

        onlyTheseAreInhibited(errors);
    }

    @Test
    void whoAsksAProviderNothingOnPurposeIsNotToldThatItIsAway() throws Exception {
        var retries = new Firing("ProviderRetries", "warning", "paused");
        var budget = new Firing("PaymentBudgetBurning", "critical", "paused");
        var letters = new Firing("DeadLettersWaiting", "warning", "paused");
        fire(new Firing("ProviderOutageModeOn", "warning", "paused"), retries, budget, letters);

        onlyTheseAreInhibited(retries, budget);
    }

    @Test
    void rulesNameAlertsThatThereAre() throws IOException {
        var named = NAMES.matcher(Files.readString(template()).split("inhibit_rules:", -1)[1])
                .results()
                .flatMap(it -> Stream.of(it.group(1).split("\\|", -1)))
                .toList();

        assertThat(named)
                .isNotEmpty()
                .isSubsetOf(
                        Alert.all(OpsFolder.find()).stream().map(Alert::name).toList());
    }

    private record Firing(String alert, String severity, String service) {

        Map<String, Object> asPrometheusSaysIt() {
            return Map.of(
                    "labels",
                    Map.of("alertname", alert, "severity", severity, "service", service, "owner", "its-owner"));
        }

        static Firing of(JsonNode alert) {
            var labels = alert.path("labels");
            return new Firing(
                    labels.path("alertname").asString(),
                    labels.path("severity").asString(),
                    labels.path("service").asString());
        }
    }

    private void fire(Firing... alerts) throws Exception {
        fired.addAll(List.of(alerts));
        var body = Arrays.stream(alerts).map(Firing::asPrometheusSaysIt).toList();
        var answer = ask(HttpRequest.newBuilder(api)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void onlyTheseAreInhibited(Firing... alerts) {
        await().atMost(SOON).untilAsserted(() -> assertThat(inhibited()).containsExactlyInAnyOrder(alerts));
    }

    private List<Firing> inhibited() throws Exception {
        return JsonMapper.shared()
                .readTree(ask(HttpRequest.newBuilder(api)).body())
                .valueStream()
                .filter(it -> !it.path("status").path("inhibitedBy").isEmpty())
                .map(Firing::of)
                .filter(fired::contains)
                .toList();
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return ShopHttp.client().send(request.build(), BodyHandlers.ofString());
    }

    private static Path template() throws IOException {
        return OpsFolder.find().alertmanager().resolve("alertmanager.yml");
    }
}
