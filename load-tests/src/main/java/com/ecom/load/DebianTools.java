package com.ecom.load;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.DebianPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * wrk and nginx out of the distribution's own packages, unpacked into our folder: nothing is installed and nobody has to
 * be root.
 */
record DebianTools(Path folder) {

    private static final List<String> PACKAGES = List.of("wrk", "libluajit-5.1-2", "libluajit-5.1-common", "nginx");

    /** Empty where the system has no such packages. */
    static Optional<DebianTools> bring() throws IOException, InterruptedException {
        var tools = new DebianTools(Checkout.find().tools().resolve("bench"));
        if (tools.isThere()) {
            return Optional.of(tools);
        }
        DebianPackages.unpack(tools.folder, PACKAGES);
        return tools.isThere() ? Optional.of(tools) : Optional.empty();
    }

    private boolean isThere() {
        return Files.isExecutable(wrk()) && Files.isExecutable(nginx());
    }

    Path wrk() {
        return folder.resolve("usr/bin/wrk");
    }

    Path nginx() {
        return folder.resolve("usr/sbin/nginx");
    }

    /** A process that finds the libraries which came along. */
    ProcessBuilder command(List<String> line) {
        var process = new ProcessBuilder(line).redirectErrorStream(true);
        process.environment()
                .put(
                        "LD_LIBRARY_PATH",
                        folder.resolve("usr/lib/x86_64-linux-gnu").toString());
        return process;
    }
}
