package com.ecom.inventory.reserving;

import com.ecom.core.inbox.Subscription;
import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.Reservations;
import com.ecom.inventory.reserving.ChangeReservation.Asked;
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
        return Subscription.<Asked>together("order.events")
                .on("order.created.v1", OrderCreated.class, it -> {
                    var until = reservations.now().plus(settings.hold());
                    return new Asked(it.orderId(), new Reserve(it.customerId(), Line.summed(it.lines()), until));
                })
                .to(change::hear);
    }

    @Bean
    Subscription commands(ChangeReservation change) {
        return Subscription.<Asked>together("inventory.commands")
                .on("inventory.commit.v1", OfAnOrder.class, it -> new Asked(it.orderId(), new Commit()))
                .on("inventory.release.v1", OfAnOrder.class, it -> new Asked(it.orderId(), new Release()))
                .to(change::hear);
    }

    record OrderCreated(UUID orderId, UUID customerId, List<Line> lines) {}

    record OfAnOrder(UUID orderId) {}
}
