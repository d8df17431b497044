package com.ecom.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class GatewayPropertiesTests {

    @Test
    void learnsFromTheEnvironmentWhereAServiceIs() {
        var properties = bound(Map.of("ECOM_SERVICES_CARTSERVICE_URL", "http://cart.example:8085"));

        assertThat(properties.addressOf("cart-service")).isEqualTo(URI.create("http://cart.example:8085"));
        assertThat(properties.timeoutOf("cart-service", "GET /api/cart")).isEqualTo(Duration.ofSeconds(4));
        assertThat(properties.timeoutOf("cart-service", "PUT /api/slow/{it}")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void doesNotStartWhileItDoesNotKnowWhereAServiceIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bound(Map.of()).addressOf("cart-service"))
                .withMessage("ecom.services.cart-service.url is missing");
    }

    @Test
    void letsNoPageOfAnotherSiteInByDefault() {
        assertThat(bound(Map.of()).cors().origins()).isEmpty();
    }

    private static GatewayProperties bound(Map<String, Object> environmentVariables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "application.yml",
                        Map.of("ecom.services.cart-service.timeout", "4s", "ecom.slow[PUT /api/slow/{it}]", "30s")));
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environmentVariables));
        return Binder.get(environment).bindOrCreate("ecom", GatewayProperties.class);
    }
}
