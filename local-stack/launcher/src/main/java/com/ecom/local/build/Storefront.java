package com.ecom.local.build;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.FileStamp;
import com.ecom.local.stack.Tie;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/** Brings the storefront up to date with its sources, and with the contract from which its client is made. */
public final class Storefront {

    /** What {@code with-node} ends with where there is no Node and none can be fetched. */
    private static final int UNAVAILABLE = 69;

    /** Made from the sources, or brought. */
    private static final Set<String> NO_SOURCES = Set.of(
            "node_modules", ".next", "target", "generated", "test-results", "next-env.d.ts", "tsconfig.tsbuildinfo");

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
        var newest =
                newestIn(checkout.storefront()).orLater(newestIn(checkout.root().resolve("contracts/openapi")));
        return !FileStamp.of(checkout.storefrontBuild()).isAfter(newest);
    }

    /** What the build prints is in {@link #log()}. */
    public Outcome build() throws IOException, InterruptedException {
        Files.createDirectories(log().getParent());
        var line = List.of(withNode(), "scripts/build");
        var builder = new ProcessBuilder(Tie.toParent("TERM", line))
                .directory(checkout.storefront().toFile())
                .redirectOutput(log().toFile())
                .redirectError(Redirect.INHERIT);
        return switch (builder.start().waitFor()) {
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

    private static FileStamp newestIn(Path folder) throws IOException {
        var newest = new NewestSource();
        Files.walkFileTree(folder, newest);
        return newest.stamp;
    }

    private static final class NewestSource extends SimpleFileVisitor<Path> {

        private FileStamp stamp = FileStamp.NEVER;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isSource(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isSource(file)) {
                stamp = stamp.orLater(FileStamp.of(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isSource(Path path) {
            return !NO_SOURCES.contains(path.getFileName().toString());
        }
    }
}
