package com.ecom.local.build;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Tie;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Runs the build of the checkout with the JDK that runs this, and with the Maven that {@code ./ecom} found. */
public final class Maven {

    private final Checkout checkout;

    public Maven(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Returns whether the build succeeded. What it prints is seen at once. */
    public boolean run(List<String> arguments) throws IOException, InterruptedException {
        var line = Stream.concat(Stream.of(executable()), arguments.stream()).toList();
        var builder = new ProcessBuilder(Tie.toParent("TERM", line))
                .directory(checkout.root().toFile())
                .inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor() == 0;
    }

    public static String executable() {
        var found = System.getenv("ECOM_MAVEN");
        return found == null ? "mvn" : found;
    }
}
