package com.ecom.local.cli;

import com.ecom.local.build.Maven;
import com.ecom.local.build.StaleServices;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Builds the modules whose sources changed since they were built. */
final class FreshBuild {

    private FreshBuild() {}

    /** Of these processes, those that are services of ours. */
    static void of(Collection<String> names, Checkout checkout) throws IOException, InterruptedException {
        ofModules(names.stream().filter(Names.SERVICES::contains).toList(), checkout);
    }

    static void ofModules(Collection<String> modules, Checkout checkout) throws IOException, InterruptedException {
        var stale = new StaleServices(checkout).among(modules);
        if (stale.isEmpty()) {
            return;
        }
        Console.progress("build", String.join(", ", stale));
        var built = new Maven(checkout)
                .run(List.of(
                        "--quiet",
                        "--batch-mode",
                        "package",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true",
                        "--also-make",
                        "--projects",
                        String.join(",", stale)));
        if (!built) {
            throw new Refusal("The build failed, so nothing was started. What Maven says above is the reason");
        }
        Console.progress("build", "@|green done|@");
    }
}
