package com.ecom.e2e;

import com.ecom.local.client.Launch;
import com.ecom.local.client.Stack;
import com.ecom.local.shop.Gateway;
import com.ecom.local.stack.Admin;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Ports;
import com.ecom.local.stack.Secrets;
import com.ecom.local.stack.StackFolder;
import java.io.IOException;
import java.nio.file.Path;

/** A whole shop of our own on free ports; it ends with the tests. */
final class RunningShop implements AutoCloseable {

    private static final int IDLE_SECONDS = 5;

    private final Stack stack;
    private final Ports ports;
    private final Secrets secrets;
    private final Path root;

    private RunningShop(Stack stack, Ports ports, Secrets secrets, Path root) {
        this.stack = stack;
        this.ports = ports;
        this.secrets = secrets;
        this.root = root;
    }

    static RunningShop start() throws IOException, InterruptedException {
        var checkout = Checkout.find();
        var folder = new StackFolder(checkout.ownFolder().resolve("end-to-end"));
        var plan = new Plan(Ports.free(), true, true, false, IDLE_SECONDS);
        var stack = Launch.stackIn(folder, checkout, () -> plan);
        stack.start(
                Names.SERVICES,
                step -> System.out.printf("%s %s after %d ms%n", step.name(), step.phase(), step.millis()));
        return new RunningShop(stack, Plan.read(folder).ports(), Secrets.of(folder), checkout.root());
    }

    Gateway anybody() {
        return at(Names.GATEWAY);
    }

    Gateway admin() {
        return anybody().loggedIn(Admin.EMAIL, Admin.password(secrets));
    }

    Gateway at(String name) {
        return Gateway.at("http://127.0.0.1:" + ports.of(name));
    }

    Path sampleCatalogue() {
        return root.resolve("product-service/src/main/resources/sample-catalogue.ndjson");
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
    }
}
