package com.ecom.release;

import com.ecom.local.build.Maven;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.StackFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Builds what goes out, once, from a copy of the last commit: whatever else is in the checkout does not get into it. */
final class BuildRelease {

    private final Checkout checkout;

    BuildRelease(Checkout checkout) {
        this.checkout = checkout;
    }

    static Artifacts artifacts(Checkout checkout, String version) {
        return new Artifacts(checkout.ownFolder().resolve("releases").resolve(version));
    }

    /** Returns whether there is a release now; if not, it has said why. */
    boolean of(String version) throws IOException, InterruptedException {
        var commit = new Git(checkout.root()).commit();
        var started = Instant.now();
        var source = checkout.ownFolder().resolve("releases").resolve("source");
        StackFolder.delete(source);
        new Git(checkout.root()).cloneTo(source);
        var copy = new Checkout(source);
        if (!new Maven(copy).run(arguments())) {
            System.out.println("The build failed: what Maven says above is the reason");
            return false;
        }
        var artifacts = artifacts(checkout, version);
        artifacts.collect(copy, new Provenance(version, commit, started, Instant.now()));
        System.out.println(artifacts.folder());
        return true;
    }

    /** Tests are another step, of the same commit. */
    private static List<String> arguments() {
        return List.of(
                "--batch-mode",
                "--quiet",
                "package",
                "cyclonedx:makeAggregateBom",
                "-DoutputFormat=json",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "--also-make",
                "--projects",
                String.join(",", Names.SERVICES));
    }
}
