package com.ecom.local.cli;

import com.ecom.local.build.Maven;
import com.ecom.local.build.StaleServices;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Builds the services whose sources changed since they were built. */
final class FreshBuild {

    private FreshBuild() {}

    static void of(Collection<String> names, Checkout checkout) throws IOException, InterruptedException {
        var services = names.stream().filter(Names.SERVICES::contains).toList();
        var stale = new StaleServices(checkout).among(services);
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
