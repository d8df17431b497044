package com.ecom.user.customers;

import com.ecom.core.inbox.Subscription;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class RegistrationSubscription {

    @Bean
    Subscription registrations(Customers customers) {
        return Subscription.to("user.events")
                .on("user.registered.v1", UserRegistered.class, it -> customers.register(it.userId(), it.email()));
    }

    record UserRegistered(UUID userId, String email) {}
}
