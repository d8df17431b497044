package com.ecom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @SuppressWarnings("NullAway.Init")
    Topology topology;

    @BeforeEach
    void buildTheShop() throws IOException {
        var folder = new StackFolder(home);
        var plan = new Plan(Ports.usual(), false, false, false, 0);
        topology = new Topology(new Site(new Checkout(home), folder, plan, Secrets.of(folder)));
    }

    @Test
    void everythingThatCanBeNamedIsThere() {
        assertThat(topology.parts()).extracting(Part::name).containsExactlyInAnyOrderElementsOf(Names.ALL);
    }

    @Test
    void nothingStandsBeforeWhatItNeeds() {
        var before = new HashSet<String>();
        for (var part : topology.parts()) {
            assertThat(before).containsAll(part.needs());
            before.add(part.name());
        }
    }

    @Test
    void aSecondInstanceIsTheSameServiceOnPortsOfItsOwn() throws IOException {
        var folder = new StackFolder(home);
        var plan = new Plan(Ports.usual(), false, false, false, 0).withSecond("auth-service");
        var shop = new Topology(new Site(new Checkout(home), folder, plan, Secrets.of(folder)));
        var first = (Service) shop.part("auth-service");
        var second = (Service) shop.part("auth-service-2");

        assertThat(second.program()).isEqualTo(first.program());
        assertThat(second.environment().keySet()).isEqualTo(first.environment().keySet());
        assertThat(second.environment().entrySet())
                .filteredOn(it -> !it.getValue().equals(first.environment().get(it.getKey())))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("SERVER_PORT", "MANAGEMENT_SERVER_PORT");
        assertThat(shop.parts()).hasSize(topology.parts().size() + 1);
    }

    @Test
    void aSecondInstanceMayBeToldSomethingElse() throws IOException {
        var folder = new StackFolder(home);
        var plan = new Plan(Ports.usual(), false, false, false, 0)
                .withSecond("auth-service")
                .withEnvironment(Map.of(
                        "auth-service", Map.of("A", "all", "B", "all"), "auth-service-2", Map.of("B", "the second")));
        var shop = new Topology(new Site(new Checkout(home), folder, plan, Secrets.of(folder)));

        assertThat(((Service) shop.part("auth-service")).planned()).isEqualTo(Map.of("A", "all", "B", "all"));
        assertThat(((Service) shop.part("auth-service-2")).planned()).isEqualTo(Map.of("A", "all", "B", "the second"));
    }

    @Test
    void aServiceBringsWhatItNeedsAndNothingElse() {
        assertThat(topology.withNeeds(List.of("order-service")))
                .extracting(Part::name)
                .containsExactlyInAnyOrder("mysql", "kafka", "order-service");
    }

    @Test
    void noServiceSeesTheDatabaseOfAnother() {
        var databases = services().stream()
                .map(it -> it.environment().get("SPRING_DATASOURCE_URL"))
                .filter(it -> it != null)
                .toList();
        var passwords = services().stream()
                .map(it -> it.environment().get("SPRING_DATASOURCE_PASSWORD"))
                .filter(it -> it != null)
                .toList();
        assertThat(databases).hasSize(8).doesNotHaveDuplicates();
        assertThat(passwords).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void theGatewayKnowsEveryService() {
        assertThat(service("api-gateway"))
                .containsEntry("ECOM_SERVICES_ORDERSERVICE_URL", "http://127.0.0.1:8086")
                .containsEntry("ECOM_SERVICES_NOTIFICATIONSERVICE_URL", "http://127.0.0.1:8090");
    }

    @Test
    void theStorefrontKnowsTheGatewayAndNothingElse() throws IOException {
        var storefront = topology.part("storefront");

        assertThat(storefront.needs()).containsExactly("api-gateway");
        assertThat(storefront.command().environment())
                .containsEntry("ECOM_GATEWAY_URL", "http://127.0.0.1:8080")
                .containsEntry("ECOM_STOREFRONT_ORIGIN", "http://127.0.0.1:3000");
        assertThat(storefront.command().environment().values()).noneMatch(it -> it.matches(".*:80(8[1-9]|90).*"));
    }

    @Test
    void mailsLeadToTheStorefront() {
        assertThat(service("notification-service"))
                .containsEntry("ECOM_NOTIFICATIONS_SHOPURL", "http://127.0.0.1:3000");
    }

    @Test
    void theGatewayBelievesTheStorefrontAboutWhoAsksButNobodyInTrials() throws IOException {
        var folder = new StackFolder(home);
        var trial = new Topology(new Site(new Checkout(home), folder, Plan.forTrials(), Secrets.of(folder)));

        assertThat(service("api-gateway")).containsEntry("ECOM_TRAFFIC_TRUSTEDPROXIES", "127.0.0.1");
        assertThat(((Service) trial.part("api-gateway")).environment())
                .containsEntry("ECOM_TRAFFIC_TRUSTEDPROXIES", "");
    }

    @Test
    void whatTriesTheShopOutStartsNoStorefront() {
        assertThat(topology.withNeeds(Names.BACKEND)).extracting(Part::name).doesNotContain("storefront");
    }

    @Test
    void onlyTwoServicesCallAnother() {
        assertThat(services())
                .filteredOn(it -> !it.name().equals(Names.GATEWAY))
                .filteredOn(it -> it.environment().keySet().stream().anyMatch(name -> name.startsWith("ECOM_SERVICES")))
                .extracting(Part::name)
                .containsExactlyInAnyOrder("order-service", "search-service");
    }

    @Test
    void onlyThePaymentServiceCanMoveMoney() {
        assertThat(services())
                .filteredOn(it -> it.environment().containsKey("ECOM_PAYMENT_PROVIDER_API_KEY"))
                .extracting(Part::name)
                .containsExactly("payment-service");
    }

    private List<Service> services() {
        return topology.parts().stream()
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .toList();
    }

    private Map<String, String> service(String name) {
        return ((Service) topology.part(name)).environment();
    }
}
