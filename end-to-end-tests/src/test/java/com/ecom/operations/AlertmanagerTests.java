package com.ecom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every alert reaches the team that owns it, and nothing is sent to where nobody is. */
class AlertmanagerTests {

    private static final Pattern SECRET = Pattern.compile("\\$\\{ALERTMANAGER_SECRETS}/([a-z-]+)");
    private static final Pattern CHANNEL = Pattern.compile("channel: \"(#[a-z-]+)\"");
    private static final Pattern MAIL = Pattern.compile("to: \"([a-z-]+)@");

    private final OpsFolder ops = OpsFolder.find();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path secrets;

    @BeforeEach
    void anEnvironmentThatIsWhole() throws IOException {
        environment.putAll(Map.of(
                "ALERTMANAGER_SECRETS", secrets.toString(),
                "ALERTMANAGER_SMTP_SMARTHOST", "smtp.ecom-shop.net:587",
                "ALERTMANAGER_SMTP_FROM", "alerts@ecom-shop.net",
                "ALERTMANAGER_SMTP_USERNAME", "alerts",
                "ALERTMANAGER_MAIL_DOMAIN", "ecom-shop.net",
                "ALERTMANAGER_AUDIT_URL", "https://audit.ecom-shop.net/alerts",
                "ALERTMANAGER_HEARTBEAT_URL", "https://heartbeat.ecom-shop.net/shop"));
        for (var name :
                SECRET.matcher(template()).results().map(it -> it.group(1)).toList()) {
            Files.writeString(secrets.resolve(name), "https://hooks.ecom-shop.net/T0/k2j3h4\n");
        }
    }

    @Test
    void everyAlertReachesItsOwnerAndTheAuditLog() throws Exception {
        var configuration = configuration();
        var amtool = Tool.monitoring().amtool();
        var checked = Tool.run(secrets, Map.of(), amtool, "check-config", configuration);
        assertThat(checked.code()).as(checked.text()).isZero();

        for (var route :
                Alert.all(ops).stream().flatMap(this::routes).distinct().toList()) {
            var said = Tool.run(
                    secrets,
                    Map.of(),
                    amtool,
                    "config",
                    "routes",
                    "test",
                    "--config.file=" + configuration,
                    "--verify.receivers=" + route.receivers(),
                    "alertname=" + route.alert(),
                    "severity=" + route.severity(),
                    "owner=" + route.owner());
            assertThat(said.code()).as("%s: %s", route, said.text()).isZero();
        }
    }

    @Test
    void aWrongRouteIsNoticed() throws Exception {
        var said = Tool.run(
                secrets,
                Map.of(),
                Tool.monitoring().amtool(),
                "config",
                "routes",
                "test",
                "--config.file=" + configuration(),
                "--verify.receivers=audit,orders-ticket",
                "severity=critical",
                "owner=orders");

        assertThat(said.code()).isNotZero();
    }

    @Test
    void everyTeamHasItsOwnReceiversAndNoOther() throws IOException {
        var teams = ops.owners().teams();
        var template = template();

        assertThat(CHANNEL.matcher(template).results().map(it -> it.group(1)))
                .hasSize(2 * teams.size())
                .hasSameElementsAs(
                        teams.values().stream().map(Owners.Team::slack).toList());
        assertThat(MAIL.matcher(template).results().map(it -> it.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        teams.values().stream().map(Owners.Team::mail).toList());
        assertThat(teams.keySet())
                .allSatisfy(it -> assertThat(template).contains("pagerduty-" + it, "name: " + it + "-page"));
    }

    @ParameterizedTest
    @CsvSource({
        "ALERTMANAGER_SMTP_SMARTHOST,''",
        "ALERTMANAGER_SMTP_SMARTHOST,smtp.example.com:587",
        "ALERTMANAGER_SMTP_FROM,alerts@example.org",
        "ALERTMANAGER_SMTP_USERNAME,<user>",
        "ALERTMANAGER_MAIL_DOMAIN,ecom.example",
        "ALERTMANAGER_AUDIT_URL,https://audit.example/alerts",
        "ALERTMANAGER_AUDIT_URL,${AUDIT_URL}",
        "ALERTMANAGER_HEARTBEAT_URL,https://heartbeat.example/shop",
        "ALERTMANAGER_SMTP_USERNAME,ChangeMe",
    })
    void refusesWhatNobodyCanHaveMeant(String name, String value) throws Exception {
        environment.put(name, value);

        var said = render();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).isEqualTo(name + " is missing or made up\n");
    }

    @Test
    void refusesASecretThatIsMissingOrMadeUp() throws Exception {
        Files.delete(secrets.resolve("slack-url"));
        Files.writeString(secrets.resolve("pagerduty-orders"), "placeholder");

        var said = render();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text().lines()).hasSize(2);
        assertThat(said.text()).contains("/slack-url is missing", "/pagerduty-orders is missing or made up");
    }

    @Test
    void printsNoSecret() throws Exception {
        assertThat(render().text()).doesNotContain("k2j3h4", "${");
    }

    private record Route(String alert, String severity, String owner) {

        /** What always fires is for the heartbeat alone. */
        String receivers() {
            return alert.equals("Watchdog")
                    ? "heartbeat"
                    : "audit," + owner + (severity.equals("critical") ? "-page" : "-ticket");
        }
    }

    /** An alert that keeps the owner of its series may call any team. */
    private Stream<Route> routes(Alert alert) {
        var owners = alert.labels().get("owner") instanceof String owner ? List.of(owner) : ownersOf(alert);
        return owners.stream().map(it -> new Route(alert.name(), alert.severity(), it));
    }

    private List<String> ownersOf(Alert alert) {
        try {
            var called = ops.owners().calledBy(alert, KnownMetrics.of(ops));
            return called.equals(Owners.OF_THE_SERVICE)
                    ? List.copyOf(ops.owners().teams().keySet())
                    : List.of(called);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path configuration() throws Exception {
        var said = render();
        assertThat(said.code()).as(said.text()).isZero();
        return Files.writeString(secrets.resolve("alertmanager.yml"), said.text());
    }

    private Tool.Said render() throws Exception {
        return Tool.run(secrets, environment, ops.alertmanager().resolve("render"));
    }

    private String template() throws IOException {
        return Files.readString(ops.alertmanager().resolve("alertmanager.yml"));
    }
}
