package com.ecom.proof.chaos;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class SkewTests {

    private final Skew slow =
            new Skew("payment-service", Duration.ofMinutes(-10), new FakeTime(Path.of("libfaketimeMT.so.1")));

    @Test
    void aClockThatWasMeantToBeWrongAndIsRightDoesNotCount() throws IOException {
        assertThat(slow.environment()).containsEntry("FAKETIME", "-600");
        assertThat(slow.isAbout(measuredWhileItIs(Duration.ofMinutes(-10)))).isTrue();
        assertThat(slow.isAbout(measuredWhileItIs(Duration.ZERO))).isFalse();
        assertThat(slow.isAbout(measuredWhileItIs(Duration.ofMinutes(10)))).isFalse();
        assertThat(slow.inWords(Duration.ofSeconds(-601)))
                .isEqualTo("payment-service by -600 s; its own clock says -601 s");
    }

    private Duration measuredWhileItIs(Duration wrong) throws IOException {
        try (var service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var _ = Thread.ofVirtual().start(() -> answerOnce(service, wrong));
            return slow.measuredAt(URI.create("http://127.0.0.1:" + service.getLocalPort()));
        }
    }

    private static void answerOnce(ServerSocket service, Duration wrong) {
        try (var caller = service.accept()) {
            var now =
                    RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plus(wrong));
            var _ = caller.getInputStream().read();
            caller.getOutputStream()
                    .write("HTTP/1.1 404 Not Found\r\nDate: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(now)
                            .getBytes(US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
