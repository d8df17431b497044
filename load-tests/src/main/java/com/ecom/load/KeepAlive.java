package com.ecom.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.load.ReadOnlyCallers.Guest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** One connection that asks again and again, with as little of the machine as a browser's share of it should be. */
final class KeepAlive implements AutoCloseable {

    private static final int TIMEOUT = 30_000;
    private static final int GOOD = 200;

    private final URI address;
    private final Socket socket;
    private final InputStream in;

    KeepAlive(URI address) throws IOException {
        this.address = address;
        this.socket = new Socket(address.getHost(), address.getPort());
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(TIMEOUT);
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** @throws IOException if the answer is not a good one: a fast refusal is no speed */
    String get(String path, Guest guest) throws IOException {
        socket.getOutputStream().write("""
                        GET %s HTTP/1.1\r
                        Host: %s\r
                        Authorization: Bearer %s\r
                        X-Forwarded-For: %s\r
                        \r
                        """.formatted(path, address.getAuthority(), guest.token(), guest.network())
                .getBytes(US_ASCII));
        var status = line();
        var length = -1;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.substring(0, Math.max(0, header.indexOf(':'))).toLowerCase(Locale.ROOT);
            if (name.equals("content-length")) {
                length = Integer.parseInt(header.substring(name.length() + 1).strip());
            }
        }
        var body = length >= 0 ? in.readNBytes(length) : chunks();
        if (!status.startsWith("HTTP/1.1 " + GOOD)) {
            throw new IOException("%s: %s %s".formatted(path, status, new String(body, UTF_8)));
        }
        return new String(body, UTF_8);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        var line = line();
        var end = line.indexOf(';');
        return Integer.parseInt(end < 0 ? line : line.substring(0, end), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The gateway has hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
