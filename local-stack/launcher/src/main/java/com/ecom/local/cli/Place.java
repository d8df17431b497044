package com.ecom.local.cli;

import com.ecom.local.client.Stack;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Ports;
import com.ecom.local.stack.Secrets;
import com.ecom.local.stack.Site;
import com.ecom.local.stack.StackFolder;
import com.ecom.local.stack.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the shop of this command is. */
final class Place {

    private final Checkout checkout = Checkout.find();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "${env:ECOM_STATE}",
            description = "The folder that keeps data, logs and secrets (default: .ecom/shop).")
    private @Nullable Path state;

    Checkout checkout() {
        return checkout;
    }

    StackFolder folder() {
        return new StackFolder(state == null ? checkout.ownFolder().resolve("shop") : state);
    }

    boolean isUp() {
        var running = running();
        running.ifPresent(Stack::close);
        return running.isPresent();
    }

    Optional<Stack> running() {
        return Stack.in(folder());
    }

    Stack mustRun() {
        return running().orElseThrow(() -> new Refusal("The shop is not up. Start it with ./ecom up"));
    }

    /** What runs here or, when nothing does, what would. */
    Topology topology() throws IOException {
        var plan = isUp() ? Plan.read(folder()) : new Plan(Ports.usual(), false, false, false, 0);
        return new Topology(new Site(checkout, folder(), plan, Secrets.of(folder())));
    }
}
