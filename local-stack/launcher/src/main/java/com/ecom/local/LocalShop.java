package com.ecom.local;

import com.ecom.local.client.Launch;
import com.ecom.local.client.Stack;
import com.ecom.local.stack.Admin;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Secrets;
import com.ecom.local.stack.StackFolder;
import com.ecom.local.supervisor.ProcessView;
import com.ecom.local.supervisor.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A whole shop that only one test knows: empty at first, on ports of its own, gone when it is closed or its JVM ends.
 * Its services run from their jars, so they have to be built before.
 */
public final class LocalShop implements AutoCloseable {

    private final StackFolder folder;
    private final Stack stack;
    private final Plan plan;
    private final Secrets secrets;

    private LocalShop(StackFolder folder, Stack stack, Plan plan, Secrets secrets) {
        this.folder = folder;
        this.stack = stack;
        this.plan = plan;
        this.secrets = secrets;
    }

    /** A shop of which nothing runs yet. Two shops at the same time need different names. */
    public static LocalShop named(String name) {
        return named(name, Plan.forTrials());
    }

    public static LocalShop named(String name, Plan plan) {
        try {
            var checkout = Checkout.find();
            var folder = new StackFolder(checkout.ownFolder().resolve(name));
            var stack = Launch.stackIn(folder, checkout, () -> plan);
            return new LocalShop(folder, stack, Plan.read(folder), Secrets.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the shop was opened", e);
        }
    }

    /** Returns once all of it is healthy. Nobody looks at pages of such a shop, so it has no storefront. */
    public void startAll() {
        stack.start(Names.BACKEND, _ -> {});
    }

    /** As {@link #startAll}; what every JVM learns until this is closed goes into its cache then. */
    public void startAllLearning(Consumer<Reply.Step> progress) {
        stack.startLearning(Names.BACKEND, progress);
    }

    /** Starts these and what they need; the names are those of {@code ./ecom status}. */
    public void start(String... names) {
        stack.start(names);
    }

    public void stop(String... names) {
        stack.stop(names);
    }

    /** Ends these the way a crash does. */
    public void kill(String... names) {
        stack.kill(names);
    }

    /** Every process as it is now, having been asked. */
    public List<ProcessView> processes() {
        return stack.look();
    }

    public URI gateway() {
        return address(Names.GATEWAY);
    }

    /** Where a service, or another part that speaks HTTP, listens. */
    public URI address(String name) {
        return URI.create("http://127.0.0.1:" + plan.ports().of(name));
    }

    /** The server below all services, with a user who may look into every database. */
    public MySql mysql() {
        return new MySql("127.0.0.1", plan.ports().of(Names.MYSQL), "test", secrets.of(Names.MYSQL + "/test"));
    }

    /** Where a service tells how it is. */
    public URI management(String service) {
        return URI.create("http://127.0.0.1:" + plan.ports().of(Names.managementOf(service)));
    }

    /** What a process has said since the shop was opened. */
    public Path log(String name) {
        return folder.log(name);
    }

    public PaymentProvider paymentProvider() {
        return new PaymentProvider(
                address(Names.PAYMENT_PROVIDER),
                secrets.of(Names.PAYMENT_PROVIDER + "/api-key"),
                secrets.of(Names.PAYMENT_PROVIDER + "/webhook-secret"));
    }

    public String kafka() {
        return "127.0.0.1:" + plan.ports().of(Names.KAFKA);
    }

    public String adminEmail() {
        return Admin.EMAIL;
    }

    public String adminPassword() {
        return Admin.password(secrets);
    }

    @Override
    public void close() {
        stack.down();
        stack.close();
    }
}
