package com.ecom.inventory.reserving;

import com.ecom.core.inbox.Subscription;
import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.Reservations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What orders ask of us. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HoldSettings.class)
class OrderSubscription {

    /** All that arrive together are held until the same moment, by the database's clock. */
    @Bean
    Subscription orders(ChangeReservation change, Reservations reservations, HoldSettings settings) {
        return Subscription.<OrderCreated>together("order.events")
                .on("order.created.v1", OrderCreated.class, it -> it)
                .to(created -> {
                    var until = reservations.now().plus(settings.hold());
                    change.handleReceived(created.stream()
                            .map(it -> it.as(it.content().toReserve(until)))
                            .toList());
                });
    }

    @Bean
    Subscription commands(ChangeReservation change) {
        return Subscription.<ReservationRequest>together("inventory.commands")
                .on("inventory.commit.v1", OfAnOrder.class, it -> new ReservationRequest(it.orderId(), new Commit()))
                .on("inventory.release.v1", OfAnOrder.class, it -> new ReservationRequest(it.orderId(), new Release()))
                .to(change::handleReceived);
    }

    record OrderCreated(UUID orderId, UUID customerId, List<Line> lines) {
        ReservationRequest toReserve(Instant until) {
            return new ReservationRequest(orderId, new Reserve(customerId, Line.summed(lines), until));
        }
    }

    record OfAnOrder(UUID orderId) {}
}
