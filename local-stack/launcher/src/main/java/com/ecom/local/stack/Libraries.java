package com.ecom.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Brings what a module has built to where a process runs, out of reach of {@code mvn clean}. */
final class Libraries {

    private Libraries() {}

    /** The jars of a folder, always in the same order, as the environment of a JVM. */
    static Map<String, String> classPath(Path folder) throws IOException {
        try (var jars = Files.list(folder)) {
            return Map.of(
                    "CLASSPATH", jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator)));
        }
    }

    /** Makes {@code to} hold the jars of a module and of its {@code lib} folder, and nothing else. */
    static void bring(Path target, Path to) throws IOException {
        StackFolder.delete(to);
        Files.createDirectories(to);
        link(target.resolve("lib"), to, _ -> true);
        copyOwnJars(target, to, _ -> true);
    }

    /** Links one of the published archives under its own name. */
    static void bringArchive(Site site, String name, Path link) throws IOException {
        Files.deleteIfExists(link);
        link(archive(site, name), link);
    }

    static Path archive(Site site, String name) throws IOException {
        return only(site.checkout().partTarget("binaries").resolve("lib"), name);
    }

    /** Links the chosen jars, which costs neither time nor disk. */
    static void link(Path from, Path to, Predicate<String> chosen) throws IOException {
        forEachJar(from, chosen, jar -> link(jar, to.resolve(jar.getFileName())));
    }

    /** Copies the module's own jars, because the next build writes into the same files. */
    static void copyOwnJars(Path target, Path to, Predicate<String> chosen) throws IOException {
        forEachJar(target, chosen, jar -> Files.copy(jar, to.resolve(jar.getFileName())));
    }

    /** The one archive whose name begins like this. */
    static Path only(Path folder, String beginning) throws IOException {
        try (var jars = Files.newDirectoryStream(folder, beginning + "-*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        }
        throw new IOException("There is no %s in %s: build local-stack first".formatted(beginning, folder));
    }

    private static void link(Path jar, Path link) throws IOException {
        try {
            Files.createLink(link, jar);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(jar, link);
        }
    }

    private static void forEachJar(Path folder, Predicate<String> chosen, OnJar action) throws IOException {
        try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (var jar : jars) {
                if (chosen.test(jar.getFileName().toString())) {
                    action.accept(jar);
                }
            }
        }
    }

    @FunctionalInterface
    private interface OnJar {
        void accept(Path jar) throws IOException;
    }
}
