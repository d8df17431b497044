package com.ecom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void theGatewayIsWhereEverybodyLooksForIt() {
        assertThat(Ports.usual().of(Names.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void aServiceIsManagedTenThousandPortsAboveItsOwn() {
        assertThat(Ports.usual().of("order-service-management")).isEqualTo(18086);
        assertThat(Ports.usual().with("order-service", 9000).of("order-service-management"))
                .isEqualTo(19000);
    }

    @Test
    void noTwoProcessesShareAPort() {
        assertThat(Ports.usual().byName().values()).doesNotHaveDuplicates();
        assertThat(Ports.free().byName().values()).doesNotHaveDuplicates();
    }

    @Test
    void freePortsAreKnownByTheSameNames() {
        assertThat(Ports.free().byName())
                .containsOnlyKeys(Ports.usual().byName().keySet());
    }

    @Test
    void onlyAPortThatExistsCanBeMoved() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.usual().with("oracle", 1521));
    }

    @Test
    void namesTheProcessThatHasTakenAPort() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = Ports.usual().with(Names.REDIS, listener.getLocalPort());
            assertThat(TakenPort.among(Set.of(Names.REDIS), ports))
                    .singleElement()
                    .asString()
                    .contains("redis", "" + listener.getLocalPort())
                    .contains("java (pid %d)".formatted(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aPortThatNobodyListensOnIsNotTaken() throws IOException {
        int port;
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = listener.getLocalPort();
        }
        assertThat(TakenPort.among(Set.of(Names.REDIS), Ports.usual().with(Names.REDIS, port)))
                .isEmpty();
    }
}
