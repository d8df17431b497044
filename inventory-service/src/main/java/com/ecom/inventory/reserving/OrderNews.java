package com.ecom.inventory.reserving;

import com.ecom.core.inbox.Subscription;
import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.Reservations;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What orders ask of us. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HoldSettings.class)
class OrderNews {

    @Bean
    Subscription orders(ChangeReservation change, Reservations reservations, HoldSettings settings) {
        return Subscription.to("order.events").on("order.created.v1", OrderCreated.class, it -> {
            var until = reservations.now().plus(settings.hold());
            change.handle(it.orderId(), new Reserve(Line.summed(it.lines()), until));
        });
    }

    @Bean
    Subscription commands(ChangeReservation change) {
        return Subscription.to("inventory.commands")
                .on("inventory.commit.v1", OfAnOrder.class, it -> change.handle(it.orderId(), new Commit()))
                .on("inventory.release.v1", OfAnOrder.class, it -> change.handle(it.orderId(), new Release()));
    }

    record OrderCreated(UUID orderId, List<Line> lines) {}

    record OfAnOrder(UUID orderId) {}
}
