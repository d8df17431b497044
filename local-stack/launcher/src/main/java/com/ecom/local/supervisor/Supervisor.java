package com.ecom.local.supervisor;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Secrets;
import com.ecom.local.stack.Site;
import com.ecom.local.stack.StackFolder;
import com.ecom.local.stack.Topology;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Owns the processes of one stack until nobody needs them: {@code Supervisor CHECKOUT FOLDER}. */
public final class Supervisor {

    private Supervisor() {}

    static void main(String[] args) throws Exception {
        var folder = new StackFolder(Path.of(args[1]));
        try (var _ = Turn.take(folder)) {
            supervise(new Checkout(Path.of(args[0])), folder);
        }
    }

    private static void supervise(Checkout checkout, StackFolder folder) throws Exception {
        var plan = Plan.read(folder);
        if (plan.fresh()) {
            folder.empty();
        }
        StackFolder.delete(folder.logs());
        Files.createDirectories(folder.logs());

        var leftovers = new Leftovers(folder);
        leftovers.end();

        var site = new Site(checkout, folder, plan, Secrets.of(folder));
        var fleet = new Fleet(new Topology(site), new Forker(leftovers), folder);
        var leases = new Leases(Duration.ofSeconds(plan.idleSeconds()));
        var door = open(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(door, fleet, site)));
        Thread.ofPlatform().daemon().start(() -> welcome(door, fleet, leases));
        leases.awaitEnd();
        System.exit(0);
    }

    private static ServerSocketChannel open(StackFolder folder) throws IOException {
        Files.deleteIfExists(folder.socket());
        var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(folder.socket()));
        return door;
    }

    private static void welcome(ServerSocketChannel door, Fleet fleet, Leases leases) {
        try {
            while (true) {
                Thread.ofVirtual().start(new Conversation(door.accept(), fleet, leases));
            }
        } catch (IOException e) {
            leases.end();
        }
    }

    private static void shutDown(ServerSocketChannel door, Fleet fleet, Site site) {
        try {
            Files.deleteIfExists(site.folder().socket());
            door.close();
            fleet.stopAll();
            if (site.plan().throwaway()) {
                site.folder().empty();
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Something is left in " + site.folder().path(), e);
        }
    }
}
