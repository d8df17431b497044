package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** A downloaded archive, and the folder into which it is unpacked once for all stacks. */
record Archive(Path jar, Path home) {

    static Archive of(Site site, String name) throws IOException {
        var jar = Libraries.archive(site, name);
        var version = jar.getFileName().toString().replace(".jar", "");
        return new Archive(jar, site.checkout().tools().resolve(version));
    }

    /** Puts one entry of the archive where it can be run from, unless it is there already. */
    void unpack(String entry, Path executable) throws IOException {
        if (Files.exists(executable)) {
            return;
        }
        Files.createDirectories(executable.getParent());
        var halfDone = Files.createTempFile(executable.getParent(), "unpacking", "");
        extract(entry, halfDone);
        if (!halfDone.toFile().setExecutable(true)) {
            throw new IOException("Cannot make %s executable".formatted(halfDone));
        }
        Files.move(halfDone, executable);
    }

    /** Unpacks the compressed tree that is one entry of the archive, unless that was done already. */
    void unpackTree(String entry, Part.OneOff once) throws IOException, InterruptedException {
        if (Files.exists(home)) {
            return;
        }
        Files.createDirectories(home.getParent());
        var halfDone = Files.createTempDirectory(home.getParent(), "unpacking");
        var tree = halfDone.resolve("tree.tar.gz");
        extract(entry, tree);
        once.run(Command.of(halfDone, "tar", "-xzf", tree));
        Files.delete(tree);
        Files.move(halfDone, home);
    }

    private void extract(String entry, Path to) throws IOException {
        try (var zip = new ZipFile(jar.toFile());
                var in = zip.getInputStream(zip.getEntry(entry));
                var out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
    }
}
