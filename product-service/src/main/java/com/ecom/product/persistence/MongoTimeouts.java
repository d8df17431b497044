package com.ecom.product.persistence;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fails calls soon while the database is down, instead of after the driver's half minute. */
@Configuration(proxyBeanMethods = false)
class MongoTimeouts {

    private static final int FOR_A_SERVER = 2;
    private static final int FOR_A_CONNECTION = 1;
    private static final int FOR_AN_ANSWER = 10;

    @Bean
    static MongoClientSettingsBuilderCustomizer timeouts() {
        return settings -> settings.applyToClusterSettings(
                        it -> it.serverSelectionTimeout(FOR_A_SERVER, TimeUnit.SECONDS))
                .applyToSocketSettings(it -> it.connectTimeout(FOR_A_CONNECTION, TimeUnit.SECONDS)
                        .readTimeout(FOR_AN_ANSWER, TimeUnit.SECONDS));
    }
}
