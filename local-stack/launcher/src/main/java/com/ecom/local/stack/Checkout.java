package com.ecom.local.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The repository on this machine, and what its modules have built. */
public record Checkout(Path root) {

    /** Walks up from these classes, or from the working directory when they come out of a Maven repository. */
    public static Checkout find() {
        return Stream.of(whereTheseClassesAre(), Path.of("").toAbsolutePath())
                .map(Checkout::above)
                .filter(it -> it != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Run this inside the repository of Ecom"));
    }

    /** What a module of {@code local-stack} has built. */
    Path partTarget(String module) {
        return root.resolve("local-stack").resolve(module).resolve("target");
    }

    /** A shop full of products, for people to look around in, with the judgements of who would mean what. */
    public Path shopCatalogue() {
        return root.resolve("samples/catalogue.ndjson");
    }

    /** A few products for a shop that is only to have some. */
    public Path sampleCatalogue() {
        return root.resolve("product-service/src/main/resources/sample-catalogue.ndjson");
    }

    /** What a module of {@code local-stack} is itself, without the libraries that it needs. */
    Path partJar(String module) {
        return partTarget(module).resolve("local-" + module + "-1.0.0-SNAPSHOT.jar");
    }

    public Path serviceJar(String service) {
        return moduleJar(service);
    }

    /** A module is named by its folder, such as {@code proofs/cli}, which is also how its jar is called. */
    public Path moduleJar(String module) {
        return root.resolve(module).resolve("target").resolve(module.replace('/', '-') + "-1.0.0-SNAPSHOT.jar");
    }

    /** Where the pages that shoppers see are written and built. */
    public Path storefront() {
        return root.resolve("ecom-storefront");
    }

    /** What its server runs from once it is built. */
    Path storefrontServer() {
        return storefront().resolve(".next/standalone");
    }

    /** What building it ends with. */
    public Path storefrontBuild() {
        return storefrontServer().resolve("before-server.mjs");
    }

    /** Everything that {@code ./ecom} keeps; git does not see it. */
    public Path ownFolder() {
        return root.resolve(".ecom");
    }

    /** What was unpacked once and serves every stack. */
    public Path tools() {
        return ownFolder().resolve("tools");
    }

    private static @Nullable Checkout above(Path start) {
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local-stack/launcher/pom.xml"))) {
                return new Checkout(folder);
            }
        }
        return null;
    }

    private static Path whereTheseClassesAre() {
        try {
            return Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
