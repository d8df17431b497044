package com.ecom.e2e;

import com.ecom.local.MySql;
import com.ecom.local.PaymentProvider;
import com.ecom.local.client.Launch;
import com.ecom.local.client.Stack;
import com.ecom.local.stack.Admin;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Ports;
import com.ecom.local.stack.Secrets;
import com.ecom.local.stack.StackFolder;
import com.ecom.proof.once.Stage;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.TrustedIssuer;
import com.ecom.shop.Gateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A whole shop of our own on free ports; it ends with the tests. */
final class RunningShop implements AutoCloseable {

    private static final int IDLE_SECONDS = 5;

    private final Stack stack;
    private final Ports ports;
    private final Secrets secrets;
    private final Path root;
    private final StackFolder folder;
    private final TrustedIssuer issuer;

    private RunningShop(
            Stack stack, StackFolder folder, Ports ports, Secrets secrets, Path root, TrustedIssuer issuer) {
        this.folder = folder;
        this.issuer = issuer;
        this.stack = stack;
        this.ports = ports;
        this.secrets = secrets;
        this.root = root;
    }

    static RunningShop start() throws IOException, InterruptedException {
        var checkout = Checkout.find();
        var folder = new StackFolder(checkout.ownFolder().resolve("end-to-end"));
        var issuer = new TrustedIssuer();
        var plan = new Plan(Ports.free(), true, true, false, IDLE_SECONDS).withEnvironment(environment(issuer));
        var stack = Launch.stackIn(folder, checkout, () -> plan);
        stack.start(
                Names.SERVICES,
                step -> System.out.printf("%s %s after %d ms%n", step.name(), step.phase(), step.millis()));
        var shop =
                new RunningShop(stack, folder, Plan.read(folder).ports(), Secrets.of(folder), checkout.root(), issuer);
        issuer.besides(shop.addressOf("auth-service"));
        return shop;
    }

    /** What forgets after days does so within seconds of the time when it may. */
    private static Map<String, Map<String, String>> environment(TrustedIssuer issuer) {
        var environment = new HashMap<String, Map<String, String>>();
        issuer.environment().forEach((service, variables) -> {
            var all = new HashMap<>(variables);
            all.put("ECOM_UPKEEP_EVERY", "PT5S");
            all.put("ECOM_PAYMENT_RECONCILEINTERVAL", "PT5S");
            environment.put(service, all);
        });
        return environment;
    }

    Gateway anybody() {
        return at(Names.GATEWAY);
    }

    Gateway admin() {
        return anybody().loggedIn(Admin.EMAIL, adminPassword());
    }

    String adminPassword() {
        return Admin.password(secrets);
    }

    Gateway at(String name) {
        return Gateway.at(addressOf(name).toString());
    }

    /** The same shop as attackers see it, with an issuer of tokens that it trusts. */
    Fixture fixture() {
        return new Fixture(this::addressOf, issuer, folder.logs());
    }

    /** The same shop for somebody who asks for everything many times. */
    Stage stage() {
        return new Stage(
                addressOf(Names.GATEWAY),
                provider(),
                addressOf(Names.managementOf("payment-service")),
                aSku(15),
                () -> {
                    kill("order-service");
                    bringBack("order-service");
                });
    }

    /** Each test buys a product of its own, so that none sees another's purchases. */
    String aSku(int number) {
        var found = anybody()
                .get("/api/search/products?sort=name&size=20")
                .path("items")
                .path(number);
        return anybody()
                .get("/api/products/" + found.path("productId").asString())
                .path("variants")
                .path(0)
                .path("sku")
                .asString();
    }

    URI addressOf(String name) {
        return URI.create("http://127.0.0.1:" + ports.of(name));
    }

    Path sampleCatalogue() {
        return root.resolve("product-service/src/main/resources/sample-catalogue.ndjson");
    }

    /** The server below all services, with a user who may do everything in every database. */
    JdbcClient database(String name) {
        var mysql = new MySql("127.0.0.1", ports.of(Names.MYSQL), "test", secrets.of(Names.MYSQL + "/test"));
        return JdbcClient.create(new DriverManagerDataSource(mysql.jdbcUrl(name), mysql.user(), mysql.password()));
    }

    /** Where it keeps all its files. */
    Path folder() {
        return folder.path();
    }

    /** Where a store keeps its files. */
    Path data(String store) throws IOException {
        return folder.data(store);
    }

    /** The folder with the log of each process. */
    Path logs() {
        return folder.logs();
    }

    /** Its simulated bank. */
    PaymentProvider provider() {
        return new PaymentProvider(
                addressOf(Names.PAYMENT_PROVIDER),
                secrets.of(Names.PAYMENT_PROVIDER + "/api-key"),
                secrets.of(Names.PAYMENT_PROVIDER + "/webhook-secret"));
    }

    void kill(String service) {
        stack.kill(service);
    }

    void bringBack(String service) {
        stack.start(service);
    }

    @Override
    public void close() {
        stack.down();
        stack.close();
        issuer.close();
    }
}
