package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The distribution's own packages, unpacked into a folder of ours: nothing is installed and nobody has to be root. */
public final class DebianPackages {

    private static final int TIMEOUT_SECONDS = 300;

    private DebianPackages() {}

    /** Where the system has no such packages the folder stays without them; why is in its {@code bring.log}. */
    public static void unpack(Path folder, List<String> packages) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var process = new ProcessBuilder("sh", "-c", """
                        apt-get download %1$s || { apt-get update && apt-get download %1$s; }
                        for it in *.deb; do dpkg -x "$it" .; done
                        """.formatted(String.join(" ", packages)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bring.log").toFile())
                .start();
        try {
            process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } finally {
            // The shell ends by itself once what it waits for does.
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
