package com.ecom.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.gateway.settings.TrafficProperties.Rate;
import com.ecom.test.TestServers;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Gateways that count together, and what each does while Redis is away. */
class BucketsIT {

    private static final Rate RATE = new Rate(1, 20);

    private final NioReactor reactor = new NioReactor();
    private final String caller = UUID.randomUUID().toString();
    private final TcpCrusher wire;
    private final LettuceConnectionFactory connections;

    BucketsIT() throws IOException {
        var redis = TestServers.chosen().redis();
        wire = TcpCrusherBuilder.builder()
                .withReactor(reactor)
                .withBindAddress("127.0.0.1", freePort())
                .withConnectAddress(redis.host(), redis.port())
                .buildAndOpen();
        connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration(
                "127.0.0.1", wire.getBindAddress().getPort()));
    }

    @BeforeEach
    void start() {
        connections.afterPropertiesSet();
        connections.start();
    }

    @AfterEach
    void end() {
        connections.destroy();
        wire.close();
        reactor.close();
    }

    @Test
    void twoGatewaysTogetherLetPassWhatOneMay() {
        var some = gateway();
        var others = gateway();

        var passed = passed(some, 15) + passed(others, 15);

        // Each may be ahead of the other by one in twenty of the burst.
        assertThat(passed).isBetween(20L, 22L);
    }

    @Test
    void whileRedisIsAwayHalfMayPassAndNothingFails() {
        var gateway = gateway();
        assertThat(passed(gateway, 1)).isEqualTo(1);
        wire.close();

        assertThat(passed(gateway, 60)).isBetween(10L, 12L);
    }

    @Test
    void whileRedisIsSilentNobodyWaitsForIt() {
        var gateway = gateway();
        assertThat(passed(gateway, 1)).isEqualTo(1);
        wire.freeze();

        var began = System.nanoTime();
        assertThat(passed(gateway, 60)).isBetween(10L, 13L);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whenRedisIsBackAllCountTogetherAgain() {
        var gateway = gateway();
        wire.close();
        assertThat(passed(gateway, 5)).isEqualTo(5);
        wire.open();

        // Twenty again, while by itself a gateway would have ten at most.
        await().pollInterval(Duration.ofMillis(250))
                .untilAsserted(
                        () -> assertThat(passed(gateway, UUID.randomUUID().toString(), 20))
                                .isEqualTo(20));
    }

    private Buckets gateway() {
        return new Buckets(new SharedBuckets(connections), CircuitBreakerRegistry.ofDefaults(), Duration.ofSeconds(1));
    }

    private long passed(Buckets gateway, int asked) {
        return passed(gateway, caller, asked);
    }

    private static long passed(Buckets gateway, String caller, int asked) {
        return IntStream.range(0, asked)
                .filter(_ -> Objects.requireNonNull(gateway.take(caller, RATE).block())
                        .allowed())
                .count();
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
