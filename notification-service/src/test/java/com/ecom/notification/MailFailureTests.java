package com.ecom.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a mail server says, by a real connection to one that always says the same. */
class MailFailureTests {

    @ParameterizedTest
    @CsvSource({"550 No such user here", "553 Not allowed", "554 5.7.1 Refused"})
    void onlyARecipientThatIsRefusedForGoodIsGivenUp(String answer) throws Exception {
        assertThat(MailFailure.isPermanent(sendTo(Map.of("RCPT", answer)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 Try again later",
        "RCPT, 451 Greylisted",
        "RCPT, 452 Too many recipients",
        "RCPT, 552 Mailbox full",
        "RCPT, 530 Authentication required",
        "RCPT, 421 Going down",
        "EHLO, 554 No SMTP service here",
        "MAIL, 550 Sender not allowed",
        "DATA, 554 Transaction failed"
    })
    void whateverElseGoesWrongMayPass(String command, String answer) throws Exception {
        assertThat(MailFailure.isPermanent(sendTo(Map.of(command, answer)))).isFalse();
    }

    @Test
    void aServerThatIsAwayComesBack() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(MailFailure.isPermanent(catchThrowable(() -> sender(port).send(mail()))))
                .isFalse();
    }

    @Test
    void operatorsDoNotReadWhoseAddressItIs() throws Exception {
        var words = MailFailure.inWords(sendTo(Map.of("RCPT", "550 <ada@example.com>: unknown")), "ada@example.com");

        assertThat(words).contains("550", "unknown").doesNotContain("ada@");
    }

    private static Throwable sendTo(Map<String, String> answers) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, answers));
            var failure = catchThrowable(() -> sender(server.getLocalPort()).send(mail()));
            return failure instanceof MailSendException sending
                            && !sending.getFailedMessages().isEmpty()
                    ? sending.getFailedMessages().values().iterator().next()
                    : failure;
        }
    }

    private static void serve(ServerSocket server, Map<String, String> answers) {
        try (var client = server.accept();
                var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
            var out = client.getOutputStream();
            out.write("220 ready\r\n".getBytes(US_ASCII));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                out.write((answers.getOrDefault(command, "250 OK") + "\r\n").getBytes(US_ASCII));
            }
        } catch (IOException e) {
            // The client hung up.
        }
    }

    private static JavaMailSenderImpl sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return sender;
    }

    private static SimpleMailMessage mail() {
        var mail = new SimpleMailMessage();
        mail.setFrom("shop@example.com");
        mail.setTo("ada@example.com");
        mail.setText("Hello");
        return mail;
    }
}
