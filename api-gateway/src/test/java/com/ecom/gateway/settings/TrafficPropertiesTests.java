package com.ecom.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class TrafficPropertiesTests {

    private final ApplicationContextRunner gateway = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Traffic.class);

    @Test
    void isStrictUnlessToldOtherwise() {
        gateway.run(it -> {
            var traffic = it.getBean(TrafficProperties.class);
            assertThat(traffic.profile()).isEqualTo("standard");
            assertThat(traffic.trustedProxies()).isEmpty();
            assertThat(traffic.chosen().limits().get("auth-service")).isEqualTo(new TrafficProperties.Rate(6, 12));
        });
    }

    /** A provider calls for all customers from few addresses. */
    @Test
    void everyWebhookHasARateOfItsOwn() {
        var webhooks = AccessPolicy.load().of("payment-service").stream()
                .map(it -> it.method() + " " + it.path())
                .filter(it -> it.startsWith("POST /api/payments/webhooks/"))
                .toList();
        assertThat(webhooks).isNotEmpty();
        gateway.run(it -> assertThat(
                        it.getBean(TrafficProperties.class).chosen().limits().keySet())
                .containsAll(webhooks));
    }

    @Test
    void knowsTheTrialProfile() {
        gateway.withPropertyValues("ecom.traffic.profile=trial")
                .run(it -> assertThat(
                                it.getBean(TrafficProperties.class).chosen().atOnce())
                        .isEqualTo(5_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecom.traffic.profile=generous",
                "ecom.traffic.profiles.standard.any.per-second=0",
                "ecom.traffic.profiles.standard.limits.auth-service.burst=-1",
                "ecom.traffic.profiles.standard.breaker.failure-percent=101",
                "ecom.traffic.profiles.trial.at-once=0"
            })
    void doesNotStartWithWhatMakesNoSense(String wish) {
        gateway.withPropertyValues(wish).run(it -> assertThat(it).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TrafficProperties.class)
    static class Traffic {}
}
