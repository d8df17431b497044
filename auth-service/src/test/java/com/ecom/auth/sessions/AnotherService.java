package com.ecom.auth.sessions;

import com.ecom.core.envelope.Topics;
import com.ecom.test.Shop;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A neighbour that believes our tokens, by our published keys and the same broker: what every other service is to us. */
public final class AnotherService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** @param ours the environment of the service under test */
    public AnotherService(Shop ours, Environment environment, Topics topics) {
        context = new SpringApplicationBuilder(Neighbour.class)
                .properties(Map.of("spring.config.location", "classpath:ecom-defaults.yml"))
                .run(
                        "--spring.application.name=user-service",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.flyway.enabled=false",
                        "--spring.kafka.bootstrap-servers="
                                + environment.getRequiredProperty("spring.kafka.bootstrap-servers"),
                        "--ecom.kafka.prefix=" + topics.prefix(),
                        "--ecom.kafka.partitions=" + topics.partitions(),
                        "--ecom.tokens.keys=" + ours.baseUrl() + "/api/auth/jwks");
    }

    /** Only verifies tokens: an accepted request is answered 404. */
    Shop door() {
        return new Shop("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** 404 if the token is accepted, 401 otherwise. */
    public int statusFor(String token) {
        return door().withToken(token)
                .get()
                .uri("/api/users/me/profile")
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "com.ecom.core.outbox.OutboxAutoConfiguration"
            })
    static class Neighbour {}
}
