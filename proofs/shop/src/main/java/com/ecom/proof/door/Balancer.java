package com.ecom.proof.door;

import com.ecom.local.stack.Health;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands before two instances of a service as a load balancer does: gives each new connection to one that says that it
 * is ready, leaves connections alone once they are made, and refuses them while nobody is ready.
 */
public final class Balancer implements AutoCloseable {

    private static final int LOOKS_EVERY_MILLIS = 250;
    private static final int BACKLOG = 256;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Instance> instances;
    private final int port;
    private volatile List<Instance> ready = List.of();
    private volatile @Nullable ServerSocket listener;
    private volatile boolean open = true;

    private Balancer(List<Instance> instances, int port) {
        this.instances = instances;
        this.port = port;
        threads.execute(this::look);
    }

    /** Before both instances of a service, which need not run yet. */
    public static Balancer before(String service, Ports ports) throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Balancer(
                    List.of(Instance.of(service, ports), Instance.of(Names.secondOf(service), ports)),
                    free.getLocalPort());
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The addresses of the instances themselves. */
    Stream<URI> each() {
        return instances.stream().map(it -> URI.create("http://127.0.0.1:" + it.port));
    }

    /** Whether it gives connections to this instance. */
    public boolean trusts(String instance) {
        return ready.stream().anyMatch(it -> it.name.equals(instance));
    }

    private void look() {
        while (open) {
            ready = instances.stream().filter(it -> it.health.isGood()).toList();
            try {
                if (ready.isEmpty()) {
                    stopListening();
                } else {
                    listen();
                }
            } catch (IOException e) {
                throw new IllegalStateException("Nobody can listen on " + port, e);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOKS_EVERY_MILLIS));
        }
    }

    private void listen() throws IOException {
        if (listener == null) {
            var fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            listener = fresh;
            threads.execute(() -> accept(fresh));
        }
    }

    private void stopListening() throws IOException {
        var old = listener;
        if (old != null) {
            listener = null;
            old.close();
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                threads.execute(() -> connect(caller));
            } catch (IOException e) {
                // Closed, because nobody is ready or the proof is over.
                return;
            }
        }
    }

    private void connect(Socket caller) {
        var choice = ready;
        try (caller) {
            if (choice.isEmpty()) {
                return;
            }
            var instance = choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
            try (var service = new Socket(InetAddress.getLoopbackAddress(), instance.port)) {
                caller.setTcpNoDelay(true);
                service.setTcpNoDelay(true);
                var back = threads.submit(() -> carry(service, caller));
                carry(caller, service);
                back.get();
            }
        } catch (IOException | ExecutionException e) {
            // Both who used the connection notice that it has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until one side ends, which the other hears. */
    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        stopListening();
        threads.shutdownNow();
    }

    private record Instance(String name, int port, Health health) {

        static Instance of(String name, Ports ports) {
            return new Instance(
                    name,
                    ports.of(name),
                    Health.http("http://127.0.0.1:%d/actuator/health/readiness"
                            .formatted(ports.of(Names.managementOf(name)))));
        }
    }
}
