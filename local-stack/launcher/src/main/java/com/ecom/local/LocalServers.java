package com.ecom.local;

import com.ecom.local.client.Launch;
import com.ecom.local.client.Stack;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Ports;
import com.ecom.local.stack.Secrets;
import com.ecom.local.stack.StackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.stream.Stream;

/**
 * Real servers for tests. Each is started when the first test of a build asks for it, whichever module that is in, is
 * shared by all tests of the build, and ends with it. Keeping one's data apart from others' is up to the test.
 */
public final class LocalServers {

    private static final int IDLE_SECONDS = 20;

    private LocalServers() {}

    /** A server on which the user may create databases. */
    public static MySql mysql() {
        start(Names.MYSQL);
        return new MySql("127.0.0.1", port(Names.MYSQL), "test", secret(Names.MYSQL + "/test"));
    }

    /** The bootstrap servers. Topics have to be created before they are used. */
    public static String kafka() {
        start(Names.KAFKA);
        return "127.0.0.1:" + port(Names.KAFKA);
    }

    public static Redis redis() {
        start(Names.REDIS);
        return new Redis("127.0.0.1", port(Names.REDIS));
    }

    /** Without a database: append the name of one's own. */
    public static URI mongodb() {
        start(Names.MONGODB);
        return URI.create("mongodb://127.0.0.1:" + port(Names.MONGODB));
    }

    public static URI elasticsearch() {
        start(Names.ELASTICSEARCH);
        return http(Names.ELASTICSEARCH);
    }

    public static Mail mail() {
        start(Names.MAIL);
        return new Mail("127.0.0.1", port(Names.MAIL), http(Names.MAIL_API));
    }

    public static URI zipkin() {
        start(Names.ZIPKIN);
        return http(Names.ZIPKIN);
    }

    public static PaymentProvider paymentProvider() {
        start(Names.PAYMENT_PROVIDER);
        return new PaymentProvider(
                http(Names.PAYMENT_PROVIDER),
                secret(Names.PAYMENT_PROVIDER + "/api-key"),
                secret(Names.PAYMENT_PROVIDER + "/webhook-secret"));
    }

    private static void start(String name) {
        TestStack.SHARED.stack.start(name);
    }

    private static int port(String name) {
        return TestStack.SHARED.plan.ports().of(name);
    }

    private static URI http(String name) {
        return URI.create("http://127.0.0.1:" + port(name));
    }

    private static String secret(String purpose) {
        return TestStack.SHARED.secrets.of(purpose);
    }

    /** The stack that all builds of this checkout share, held until this JVM and the Maven that started it end. */
    private record TestStack(Stack stack, Plan plan, Secrets secrets) {

        static final TestStack SHARED = join();

        private static TestStack join() {
            try {
                var checkout = Checkout.find();
                var folder = new StackFolder(checkout.ownFolder().resolve("test"));
                var stack =
                        Launch.stackIn(folder, checkout, () -> new Plan(Ports.free(), true, true, false, IDLE_SECONDS));
                maven().forEach(stack::holdFor);
                return new TestStack(stack, Plan.read(folder), Secrets.of(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the servers were starting", e);
            }
        }

        /** Compiling the next module may take longer than the stack waits. */
        private static Stream<ProcessHandle> maven() {
            return Stream.iterate(
                            ProcessHandle.current().parent(),
                            it -> it.isPresent(),
                            it -> it.flatMap(ProcessHandle::parent))
                    .flatMap(it -> it.stream())
                    .filter(it -> it.info().commandLine().orElse("").contains("plexus.classworlds.launcher.Launcher"));
        }
    }
}
