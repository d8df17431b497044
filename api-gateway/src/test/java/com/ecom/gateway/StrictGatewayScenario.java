package com.ecom.gateway;

import com.ecom.test.TestIssuer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The gateway as in production, behind a proxy that it trusts: so each test comes from an address of its own. */
@TestPropertySource(
        properties = {
            "ecom.traffic.profile=standard",
            "ecom.traffic.trusted-proxies=127.0.0.1/32,10.9.0.0/16",
            "ecom.traffic.redis-timeout=5s",
            "ecom.traffic.profiles.standard.at-once=4",
            "ecom.traffic.profiles.standard.webhooks-at-once=4",
            "ecom.traffic.profiles.standard.breaker.open-for=1s"
        })
public abstract class StrictGatewayScenario extends GatewayScenario {

    @DynamicPropertySource
    static void twoOrdersAtOnce(DynamicPropertyRegistry registry) {
        for (var bound : List.of("min", "initial", "max")) {
            registry.add("ecom.traffic.profiles.standard.shed[POST /api/orders]." + bound, () -> 2);
        }
    }

    protected static String address() {
        var chance = ThreadLocalRandom.current();
        return "198.%d.%d.%d".formatted(18 + chance.nextInt(2), chance.nextInt(256), chance.nextInt(256));
    }

    protected HttpRequest.Builder from(String address, String path) {
        return request(path).header("X-Forwarded-For", address);
    }

    protected HttpRequest.Builder from(String address, String path, TestIssuer.Bearer caller) {
        return request(path, caller).header("X-Forwarded-For", address);
    }
}
