package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two system libraries that MySQL needs and that many machines lack. They are taken out of the distribution's own
 * packages into our folder, so that nothing is installed and nobody has to be root.
 */
public record NativeLibraries(Path folder) {

    private static final List<Path> WHERE_THE_SYSTEM_KEEPS_THEM = List.of(
            Path.of("/lib/x86_64-linux-gnu"),
            Path.of("/usr/lib/x86_64-linux-gnu"),
            Path.of("/lib64"),
            Path.of("/usr/lib64"),
            Path.of("/usr/lib"));

    /** A library, and the packages that have carried it over the years. */
    private record Library(String name, List<String> packages) {}

    private static final List<Library> NEEDED = List.of(
            new Library("libaio.so.1", List.of("libaio1", "libaio1t64")),
            new Library("libnuma.so.1", List.of("libnuma1")));

    static NativeLibraries of(Site site) {
        return in(site.checkout());
    }

    public static NativeLibraries in(Checkout checkout) {
        return new NativeLibraries(checkout.tools().resolve("native"));
    }

    /** The names of the libraries that neither the system nor our folder has. */
    public List<String> missing() {
        return stillMissing().map(Library::name).toList();
    }

    public static boolean systemHas(String library) {
        return WHERE_THE_SYSTEM_KEEPS_THEM.stream().anyMatch(it -> Files.exists(it.resolve(library)));
    }

    String path() {
        return folder.toString();
    }

    void bringWhatIsMissing(Part.OneOff once) throws IOException, InterruptedException {
        for (var library : stillMissing().toList()) {
            bring(library, once);
        }
    }

    private void bring(Library library, Part.OneOff once) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (var name : library.packages()) {
            var unpacked = Files.createTempDirectory(folder, name);
            try {
                once.run(Command.of(unpacked, "sh", "-c", """
                        apt-get download %1$s || { apt-get update && apt-get download %1$s; }
                        dpkg -x %1$s_*.deb .
                        """.formatted(name)));
                if (take(library, unpacked)) {
                    return;
                }
            } catch (IOException e) {
                // This release of the system calls the package otherwise, or has none.
            } finally {
                StackFolder.delete(unpacked);
            }
        }
        throw new IOException("MySQL needs %s: install the package %s, for example with apt-get, dnf or pacman"
                .formatted(library.name(), String.join(" or ", library.packages())));
    }

    private boolean take(Library library, Path unpacked) throws IOException {
        try (var files = Files.walk(unpacked)) {
            var found = files.filter(Files::isRegularFile)
                    .filter(it -> it.getFileName().toString().startsWith(library.name()))
                    .findFirst();
            if (found.isPresent()) {
                Files.copy(found.get(), folder.resolve(library.name()));
            }
            return found.isPresent();
        }
    }

    private Stream<Library> stillMissing() {
        if (!Platform.isLinux()) {
            return Stream.of();
        }
        return NEEDED.stream()
                .filter(it -> !Files.exists(folder.resolve(it.name())))
                .filter(it -> !systemHas(it.name()));
    }
}
