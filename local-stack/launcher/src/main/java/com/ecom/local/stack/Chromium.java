package com.ecom.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser for tests: the one that {@code ECOM_CHROMIUM} names, the system's, or the distribution's own packages in a
 * folder of ours.
 *
 * @param libraries where those of its libraries are that the system lacks
 */
public record Chromium(Path executable, String libraries) {

    private static final List<String> NAMES = List.of("chromium", "google-chrome-stable", "google-chrome");

    private static final String PACKAGE = "chromium";

    /** Nothing where none is here and none can be brought. */
    public static Optional<Chromium> find(Checkout checkout) throws IOException, InterruptedException {
        var folder = checkout.tools().resolve(PACKAGE);
        var installed = installed();
        if (installed.isPresent()) {
            return installed;
        }
        if (brought(folder).isEmpty()) {
            bringWhole(folder);
        }
        return brought(folder);
    }

    /** All of it or nothing: what came is in its place once it has been seen running. */
    private static void bringWhole(Path folder) throws IOException, InterruptedException {
        var half = folder.resolveSibling(PACKAGE + "-half");
        StackFolder.delete(half);
        bring(half);
        var candidate = brought(half);
        if (candidate.isPresent() && candidate.get().runs()) {
            StackFolder.delete(folder);
            Files.move(half, folder);
        }
        StackFolder.delete(half);
    }

    private boolean runs() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(executable.toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD);
        builder.environment().put("LD_LIBRARY_PATH", libraries);
        return builder.start().waitFor() == 0;
    }

    private static Optional<Chromium> installed() {
        var named = Stream.ofNullable(System.getenv("ECOM_CHROMIUM")).map(Path::of);
        var path = System.getenv().getOrDefault("PATH", "");
        var onThePath =
                NAMES.stream().flatMap(name -> Stream.of(path.split(":", -1)).map(it -> Path.of(it, name)));
        return Stream.concat(named, onThePath)
                .filter(Files::isExecutable)
                .findFirst()
                .map(it -> new Chromium(it, ""));
    }

    private static Optional<Chromium> brought(Path folder) throws IOException {
        var executable = folder.resolve("usr/lib/chromium/chromium");
        return Files.isExecutable(executable)
                ? Optional.of(new Chromium(executable, librariesIn(folder)))
                : Optional.empty();
    }

    /** Wherever in it there are any. */
    private static String librariesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.getFileName().toString().contains(".so"))
                    .map(it -> String.valueOf(it.getParent()))
                    .distinct()
                    .collect(Collectors.joining(":"));
        }
    }

    /** Its package and those that it needs and the system lacks; which ones that are, the system knows. */
    private static void bring(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var question = new ProcessBuilder("sh", "-c", """
                        lacking() {
                            apt-get install --simulate --no-install-recommends chromium 2>/dev/null |
                                sed -n 's/^Inst \\([^ ]*\\).*/\\1/p'
                        }
                        [ -n "$(lacking)" ] || apt-get update >/dev/null 2>&1
                        lacking
                        """).start();
        var packages = new ArrayList<String>();
        try (var lines = question.inputReader(UTF_8)) {
            lines.lines().forEach(packages::add);
        }
        question.waitFor();
        if (!packages.isEmpty()) {
            DebianPackages.unpack(folder, packages);
        }
    }
}
