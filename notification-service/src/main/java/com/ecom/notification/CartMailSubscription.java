package com.ecom.notification;

import com.ecom.core.inbox.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CartMailSubscription {

    @Bean
    static Subscription cartEvents(RemindOfCart remindOfCart) {
        return Subscription.to("cart.events").on("cart.abandoned.v1", CartAbandoned.class, remindOfCart::handle);
    }

    /** @param items what of it can still be bought */
    record CartAbandoned(UUID customerId, long version, List<Line> items, Instant since) {

        record Line(String name, int quantity) {}
    }
}
