package com.ecom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What watches the shop of this machine watches that one, and calls nobody else. */
class MonitoringPartsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Site site;

    @BeforeEach
    void aShopOnPortsOfItsOwn() throws IOException {
        var folder = new StackFolder(home);
        var plan = new Plan(
                Ports.usual().with("order-service", 9086).with(Names.ALERTMANAGER, 18080), false, false, false, 0);
        site = new Site(Checkout.find(), folder, plan, Secrets.of(folder));
    }

    @Test
    void scrapesTheServicesWhereTheyAre() throws IOException {
        new Prometheus(site).layOut();

        var workplace = site.folder().workplace(Names.PROMETHEUS);
        assertThat(workplace.resolve("alertmanagers/shop.yml")).content().contains("[\"127.0.0.1:18080\"]");
        assertThat(workplace.resolve("rules")).isNotEmptyDirectory();
        assertThat(Files.readAllLines(workplace.resolve("targets/shop.yml")))
                .contains("- targets: [\"127.0.0.1:19086\"]", "- targets: [\"127.0.0.1:18080\"]")
                .doesNotContain("- targets: [\"127.0.0.1:18086\"]");
    }

    @Test
    void showsTheBoardsOfTheProjectWithTheFiguresOfThatShop() throws IOException {
        var environment = new Grafana(site).environment();

        assertThat(environment)
                .containsEntry("ECOM_PROMETHEUS_URL", "http://127.0.0.1:9090")
                .containsEntry("GF_SERVER_HTTP_ADDR", "127.0.0.1");
        assertThat(Path.of(environment.get("ECOM_DASHBOARDS"))).isNotEmptyDirectory();
        assertThat(Path.of(environment.get("GF_PATHS_PROVISIONING")).resolve("dashboards/ecom.yaml"))
                .content()
                .contains("path: ${ECOM_DASHBOARDS}");
    }

    @Test
    void sendsAlertsToTheMailboxOfThisMachine() throws IOException {
        var configuration = new Alertmanager(site).configuration();

        assertThat(configuration)
                .startsWith("global: {smtp_smarthost: \"127.0.0.1:%d\"".formatted(site.port(Names.MAIL)))
                .contains("\nroute:\n", "\ninhibit_rules:\n", "\nreceivers:\n")
                .contains(
                        "  - name: orders-page\n    email_configs: [{to: orders-page@ecom.example, send_resolved: true}]\n")
                .doesNotContain("slack_", "pagerduty_", "webhook_", "${");
    }
}
