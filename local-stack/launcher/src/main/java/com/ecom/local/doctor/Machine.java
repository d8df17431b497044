package com.ecom.local.doctor;

import com.ecom.local.build.Maven;
import com.ecom.local.build.Storefront;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.NativeLibraries;
import com.ecom.local.stack.Platform;
import com.ecom.local.stack.Ports;
import com.ecom.local.stack.TakenPort;
import com.ecom.local.stack.Tie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The machine that this runs on. */
public final class Machine {

    private static final long GIB = 1L << 30;
    private static final long MEMORY_OF_THE_SHOP = 5;
    private static final long DISK_OF_THE_SHOP = 5;

    private final Checkout checkout;

    public Machine(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Looks at everything, and at the given ports. */
    public List<Finding> examine(Ports ports) throws IOException {
        var findings = new ArrayList<>(
                List.of(jdk(), maven(), platform(), libraries(), openSsl(), node(), orphans(), memory(), disk()));
        findings.addAll(ports(ports));
        return findings;
    }

    private static Finding jdk() {
        return Finding.good("JDK", "%s in %s".formatted(Runtime.version(), System.getProperty("java.home")));
    }

    private static Finding maven() {
        return Finding.good("Maven", Maven.executable());
    }

    private static Finding platform() {
        var machine = "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
        return Platform.isServed()
                ? Finding.good("platform", machine)
                : Finding.missing(
                        "platform",
                        "no MySQL is published as an archive for %s: use docker-compose".formatted(machine));
    }

    private Finding libraries() {
        var missing = NativeLibraries.in(checkout).missing();
        if (missing.isEmpty()) {
            return Finding.good("libaio, libnuma", "there for MySQL");
        }
        var list = String.join(", ", missing);
        return isExecutable("apt-get") && isExecutable("dpkg")
                ? Finding.doubtful("libaio, libnuma", "%s will be fetched by the first up".formatted(list))
                : Finding.missing("libaio, libnuma", "install the packages with %s for MySQL".formatted(list));
    }

    private static Finding openSsl() {
        return !Platform.isLinux() || NativeLibraries.systemHas("libssl.so.3")
                ? Finding.good("OpenSSL 3", "there for Redis")
                : Finding.missing("OpenSSL 3", "install libssl3 (or openssl-libs) for Redis");
    }

    private Finding node() throws IOException {
        try {
            return new Storefront(checkout).hasNode()
                    ? Finding.good("Node", "there for the storefront")
                    : Finding.doubtful("Node", "24 will be fetched by the first up, for the storefront");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.doubtful("Node", "was not looked for to the end");
        }
    }

    private static Finding orphans() {
        return Tie.isPossible()
                ? Finding.good("setpriv", "the kernel ends all processes if the supervisor is killed")
                : Finding.doubtful(
                        "setpriv", "after a kill -9 of the supervisor its processes go on until the next up");
    }

    private static Finding memory() throws IOException {
        var file = Path.of("/proc/meminfo");
        if (!Files.exists(file)) {
            return Finding.doubtful("memory", "cannot tell; the shop takes %d GiB".formatted(MEMORY_OF_THE_SHOP));
        }
        try (var lines = Files.lines(file)) {
            var available = lines.filter(it -> it.startsWith("MemAvailable"))
                            .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                            .sum()
                    / (1 << 20);
            return enough("memory", available, MEMORY_OF_THE_SHOP);
        }
    }

    private Finding disk() throws IOException {
        var free = Files.getFileStore(checkout.root()).getUsableSpace() / GIB;
        return enough("disk", free, DISK_OF_THE_SHOP);
    }

    private static Finding enough(String what, long there, long needed) {
        return there >= needed
                ? Finding.good(what, "%d GiB free".formatted(there))
                : Finding.doubtful(what, "%d GiB free; the whole shop takes %d".formatted(there, needed));
    }

    private static List<Finding> ports(Ports ports) {
        var needed = new TreeSet<>(ports.byName().keySet());
        Names.MONITORING.forEach(needed::remove);
        var taken = TakenPort.among(needed, ports);
        return taken.isEmpty()
                ? List.of(Finding.good("ports", "all free"))
                : taken.stream()
                        .map(it -> Finding.missing("port", it.toString()))
                        .toList();
    }

    private static boolean isExecutable(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1)).anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }
}
