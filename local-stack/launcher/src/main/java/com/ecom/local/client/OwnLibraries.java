package com.ecom.local.client;

import com.ecom.local.stack.StackFolder;
import com.ecom.local.supervisor.Supervisor;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** What the supervisor itself runs from: copies, since the next build replaces the originals under its feet. */
final class OwnLibraries {

    private static final List<Class<?>> ONE_OF_EACH =
            List.of(Supervisor.class, JsonMapper.class, JsonParser.class, JsonTypeInfo.class);

    private OwnLibraries() {}

    /** Returns the class path. */
    static String copyTo(Path folder) throws IOException {
        StackFolder.delete(folder);
        Files.createDirectories(folder);
        for (var member : ONE_OF_EACH) {
            copy(placeOf(member), folder);
        }
        try (var copies = Files.list(folder)) {
            return copies.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** Either a jar or, in an IDE and in this module's own tests, a folder of classes. */
    private static void copy(Path original, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (var file : files.toList()) {
                var copy = folder.resolve(original.getFileName())
                        .resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static Path placeOf(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
