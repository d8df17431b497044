package com.ecom.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LocalServersIT {

    @Test
    void whoeverAsksGetsTheSameServer() {
        assertThat(LocalServers.redis()).isEqualTo(LocalServers.redis());
    }

    @Test
    void aTestMayCreateADatabaseOfItsOwn() throws SQLException {
        var mysql = LocalServers.mysql();
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var server = DriverManager.getConnection(mysql.jdbcUrl(), mysql.user(), mysql.password())) {
            server.createStatement().execute("create database " + name);
        }
        try (var own = DriverManager.getConnection(mysql.jdbcUrl(name), mysql.user(), mysql.password())) {
            assertThat(own.getCatalog()).isEqualTo(name);
        }
    }

    @Test
    void mailForAnybodyCanBeRead() throws IOException {
        var mail = LocalServers.mail();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), mail.smtpPort())) {
            var conversation = """
                    HELO test
                    MAIL FROM:<shop@ecom.example>
                    RCPT TO:<ann@ecom.example>
                    DATA
                    Subject: Your order

                    is on its way
                    .
                    QUIT
                    """;
            socket.getOutputStream().write(conversation.replace("\n", "\r\n").getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .contains("250 OK");
        }
        assertThat(read(mail.api().resolve("/api/user/ann@ecom.example/messages/")))
                .contains("Your order");
    }

    @Test
    void thePaymentProviderIsThere() throws IOException {
        assertThat(read(LocalServers.paymentProvider().url().resolve("/health")))
                .isNotNull();
    }

    private static String read(URI address) throws IOException {
        try (var in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }
}
