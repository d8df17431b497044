package com.ecom.local.stores;

import static com.ecom.local.stack.Names.REDIS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisIT {

    @RegisterExtension
    static final OwnStack STACK = new OwnStack(REDIS);

    @Test
    void keepsAValue() throws IOException {
        assertThat(send("SET cart full")).isEqualTo("+OK");
        STACK.crashAndRestart();
        assertThat(send("STRLEN cart")).isEqualTo(":4");
    }

    private static String send(String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), STACK.port());
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            return in.readLine();
        }
    }
}
