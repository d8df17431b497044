package com.ecom.local.build;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the build of the checkout with the JDK that runs this, and with the Maven that {@code ./ecom} found. */
public final class Maven {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Checkout checkout;

    public Maven(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Returns whether the build succeeded. What it prints is seen at once. */
    public boolean run(List<String> arguments) throws IOException, InterruptedException {
        var line = new ArrayList<String>();
        if (Files.isExecutable(SETPRIV)) {
            line.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM", "--"));
        }
        line.add(executable());
        line.addAll(arguments);
        var builder =
                new ProcessBuilder(line).directory(checkout.root().toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor() == 0;
    }

    public static String executable() {
        var found = System.getenv("ECOM_MAVEN");
        return found == null ? "mvn" : found;
    }
}
