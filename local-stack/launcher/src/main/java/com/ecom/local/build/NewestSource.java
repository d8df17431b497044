package com.ecom.local.build;

import com.ecom.local.stack.FileStamp;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** When the newest source below a folder changed; what is made from sources or fetched does not count. */
final class NewestSource extends SimpleFileVisitor<Path> {

    /** Made from the sources, or fetched. */
    private static final Set<String> NO_SOURCES = Set.of(
            "node_modules", ".next", "target", "generated", "test-results", "next-env.d.ts", "tsconfig.tsbuildinfo");

    private final Path root;

    private FileStamp stamp = FileStamp.NEVER;

    private NewestSource(Path root) {
        this.root = root;
    }

    static FileStamp in(Path folder) throws IOException {
        var newest = new NewestSource(folder);
        Files.walkFileTree(folder, newest);
        return newest.stamp;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!isSource(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        // A folder changes with every file that comes or goes; the outermost one also with what builds put there.
        if (!folder.equals(root)) {
            stamp = stamp.orLater(FileStamp.of(folder));
        }
        return FileVisitResult.CONTINUE;
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
