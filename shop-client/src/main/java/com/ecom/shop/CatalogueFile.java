package com.ecom.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A file with one product a line, plain or gzipped; read as a stream, so that its size does not matter. */
public record CatalogueFile(Path path) {

    private static final int ROWS = 250;
    private static final int BYTES = 700_000;
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    /** The rows in chunks that the shop takes at once. */
    void forEachChunk(ChunkTaker taker) throws IOException {
        try (var lines = open()) {
            var chunk = new ArrayList<String>();
            var bytes = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var length = line.getBytes(UTF_8).length;
                if (chunk.size() == ROWS || bytes + length > BYTES) {
                    taker.take(List.copyOf(chunk));
                    chunk.clear();
                    bytes = 0;
                }
                chunk.add(line);
                bytes += length;
            }
            if (!chunk.isEmpty()) {
                taker.take(List.copyOf(chunk));
            }
        }
    }

    int rows() throws IOException {
        try (var lines = lines()) {
            return (int) lines.count();
        }
    }

    /** To be closed by whoever reads it. */
    public Stream<String> lines() throws IOException {
        var lines = open();
        return lines.lines().onClose(() -> close(lines));
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for the same content, wherever the file is. */
    String digest() throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private BufferedReader open() throws IOException {
        var file = Files.newInputStream(path);
        InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(file, 64 * 1024) : file;
        var lines = new BufferedReader(new InputStreamReader(plain, UTF_8));
        skipByteOrderMark(lines);
        return lines;
    }

    private static void skipByteOrderMark(BufferedReader lines) throws IOException {
        lines.mark(1);
        if (lines.read() != BYTE_ORDER_MARK) {
            lines.reset();
        }
    }

    /** Takes one chunk after another. */
    interface ChunkTaker {
        void take(List<String> rows) throws IOException;
    }
}
