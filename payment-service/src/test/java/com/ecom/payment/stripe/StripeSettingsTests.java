package com.ecom.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.payment.model.PaymentProvider;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Import;

class StripeSettingsTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withPropertyValues("ecom.payment.provider.kind=stripe");

    @Test
    void startsWithAKeyAndAWayBack() {
        service.withPropertyValues(
                        "ecom.payment.stripe.api-key=sk_test_1",
                        "ecom.payment.stripe.return-url=https://shop.example/paid")
                .run(it -> assertThat(it).hasNotFailed().hasSingleBean(PaymentProvider.class));
    }

    @Test
    void refusesToStartWithoutAKeyOrAWayBack() {
        service.withPropertyValues("ecom.payment.stripe.return-url=https://shop.example/paid")
                .run(it -> assertThat(it).hasFailed());
        service.withPropertyValues(
                        "ecom.payment.stripe.api-key=", "ecom.payment.stripe.return-url=https://shop.example/paid")
                .run(it -> assertThat(it).hasFailed());
        service.withPropertyValues("ecom.payment.stripe.api-key=sk_test_1")
                .run(it -> assertThat(it).hasFailed());
    }

    @Test
    void isNotThereForAnotherProvider() {
        service.withPropertyValues("ecom.payment.provider.kind=simulator")
                .run(it -> assertThat(it).hasNotFailed().doesNotHaveBean(PaymentProvider.class));
    }

    @ConfigurationPropertiesScan(basePackageClasses = StripeProperties.class)
    @Import(StripeProvider.class)
    static class Settings {}
}
