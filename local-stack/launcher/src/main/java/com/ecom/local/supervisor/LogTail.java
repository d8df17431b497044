package com.ecom.local.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, which is where the reason stands. */
final class LogTail {

    private static final int LINES = 20;
    private static final int LONGEST = 16_384;

    private LogTail() {}

    static List<String> of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LONGEST));
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            var lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
