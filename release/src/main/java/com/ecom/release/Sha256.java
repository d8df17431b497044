package com.ecom.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Sums of files, in lists as {@code sha256sum --check} reads them. */
final class Sha256 {

    private Sha256() {}

    static String of(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** By the name of the file. */
    static Map<String, String> read(Path list) throws IOException {
        var sums = new TreeMap<String, String>();
        for (var line : Files.readAllLines(list)) {
            var parts = line.split(" {2}", 2);
            sums.put(parts[1], parts[0]);
        }
        return sums;
    }

    static void write(Path list, Map<String, String> sums) throws IOException {
        Files.write(
                list,
                new TreeMap<>(sums)
                        .entrySet().stream()
                                .map(it -> it.getValue() + "  " + it.getKey())
                                .toList());
    }
}
