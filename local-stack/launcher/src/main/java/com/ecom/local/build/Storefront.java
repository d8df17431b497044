package com.ecom.local.build;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.FileStamp;
import com.ecom.local.stack.Tie;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings the storefront up to date with its sources, and with the contract from which its client is made. */
public final class Storefront {

    /** What {@code with-node} ends with where there is no Node and none can be fetched. */
    private static final int UNAVAILABLE = 69;

    private final Checkout checkout;

    public Storefront(Checkout checkout) {
        this.checkout = checkout;
    }

    public enum Outcome {
        BUILT,
        /** What it takes to build it cannot be had on this machine; why has been said. */
        IMPOSSIBLE,
        BROKEN
    }

    public boolean isStale() throws IOException {
        var newest = NewestSource.in(checkout.storefront())
                .orLater(NewestSource.in(checkout.root().resolve("contracts/openapi")));
        return !FileStamp.of(checkout.storefrontBuild()).isAfter(newest);
    }

    /** What the build prints is in {@link #log()}. */
    public Outcome build() throws IOException, InterruptedException {
        return outcome(run(Map.of(), log(), "scripts/build"));
    }

    /** Makes sure of the Node without which nothing that was built runs: the one that is here, or one that is fetched. */
    public Outcome bringNode() throws IOException, InterruptedException {
        return hasNode() ? Outcome.BUILT : outcome(run(Map.of(), log(), "node", "--version"));
    }

    /**
     * Runs a command with Node in the storefront's folder and returns what it ends with. Nothing that it starts
     * survives it, nor the end of this process, however that comes about.
     *
     * @param log what it prints; what is wrong goes to where ours goes
     */
    public int run(Map<String, String> environment, Path log, String... command)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        var line = new ArrayList<>(List.of(withNode(), "node", "scripts/together.mjs"));
        line.addAll(List.of(command));
        var builder = new ProcessBuilder(Tie.toParent("TERM", line))
                .directory(checkout.storefront().toFile())
                .redirectOutput(log.toFile())
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private static Outcome outcome(int end) {
        return switch (end) {
            case 0 -> Outcome.BUILT;
            case UNAVAILABLE -> Outcome.IMPOSSIBLE;
            default -> Outcome.BROKEN;
        };
    }

    public Path log() {
        return checkout.ownFolder().resolve("storefront-build.log");
    }

    /** Whether a Node that is new enough is here already. */
    public boolean hasNode() throws IOException, InterruptedException {
        return new ProcessBuilder(withNode(), "--is-here")
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private String withNode() {
        return checkout.storefront().resolve("with-node").toString();
    }
}
