package com.ecom.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.function.Predicate;

/** A question to a process whose right answer says that it does its work, not only that it runs. */
@FunctionalInterface
public interface Health {

    int TIMEOUT_MILLIS = 2_000;

    /** Asks once and waits at most a few seconds. */
    boolean isGood();

    /** The answer is one of success. */
    static Health http(String url) {
        return () -> {
            try {
                var request = (HttpURLConnection) URI.create(url).toURL().openConnection();
                request.setConnectTimeout(TIMEOUT_MILLIS);
                request.setReadTimeout(TIMEOUT_MILLIS);
                try {
                    return request.getResponseCode() / 100 == 2;
                } finally {
                    request.disconnect();
                }
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** Something accepts connections. */
    static Health listens(int port) {
        return answers(port, new byte[0], 0, _ -> true);
    }

    /** After the question, the first bytes of the answer are right. */
    static Health answers(int port, byte[] question, int bytes, Predicate<byte[]> right) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                socket.getOutputStream().write(question);
                var answer = socket.getInputStream().readNBytes(bytes);
                return answer.length == bytes && right.test(answer);
            } catch (IOException e) {
                return false;
            }
        };
    }
}
