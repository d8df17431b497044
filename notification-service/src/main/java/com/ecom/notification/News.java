package com.ecom.notification;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is worth a mail, and what it says. */
@Configuration(proxyBeanMethods = false)
class News {

    @Bean
    static Subscription peopleNews(Recipients recipients, Announce announce) {
        return Subscription.to("user.events")
                .on("user.registered.v1", UserRegistered.class, it -> {
                    recipients.registered(it.userId(), it.email());
                    announce.mail(it.userId().toString(), Template.WELCOME, it.userId(), it.email(), Map.of());
                })
                .on(
                        "user.profile-updated.v1",
                        ProfileUpdated.class,
                        it -> recipients.profile(it.userId(), it.version(), it.firstName(), it.marketingEmails()));
    }

    @Bean
    static Subscription orderNews(Announce announce) {
        return Subscription.to("order.events")
                .on(
                        "order.confirmed.v1",
                        OrderConfirmed.class,
                        it -> announce.mail(
                                it.orderId().toString(),
                                Template.ORDER_CONFIRMED,
                                it.customerId(),
                                it.email(),
                                it.values()))
                .on(
                        "order.cancelled.v1",
                        OrderCancelled.class,
                        it -> announce.mail(
                                it.orderId().toString(),
                                Template.ORDER_CANCELLED,
                                it.customerId(),
                                it.email(),
                                Map.of("reason", inWords(it.reason()))))
                .on(
                        "order.shipped.v1",
                        OrderShipped.class,
                        it -> announce.mail(
                                it.orderId().toString(),
                                Template.ORDER_SHIPPED,
                                it.customerId(),
                                it.email(),
                                it.values()))
                .on(
                        "order.delivered.v1",
                        OrderDelivered.class,
                        it -> announce.mail(
                                it.orderId().toString(),
                                Template.ORDER_DELIVERED,
                                it.customerId(),
                                it.email(),
                                Map.of()))
                .on(
                        "order.refunded.v1",
                        OrderRefunded.class,
                        it -> announce.mail(
                                it.refundId().toString(),
                                Template.ORDER_REFUNDED,
                                it.customerId(),
                                it.email(),
                                it.values()));
    }

    private static String inWords(String reason) {
        return switch (reason) {
            case "OUT_OF_STOCK", "RESERVATION_LOST" -> "what you wanted is sold out.";
            case "TOO_MANY_OPEN_ORDERS" -> "you have several orders waiting for payment; please finish those first.";
            case "PAYMENT_DECLINED", "CAPTURE_FAILED" -> "your payment was not accepted.";
            case "TIMED_OUT" -> "it took too long to complete.";
            case "BY_CUSTOMER" -> "as you wished.";
            default -> "by our staff.";
        };
    }

    private static String inWords(Money money) {
        var digits = money.currency().getDefaultFractionDigits();
        return money.currency() + " "
                + BigDecimal.valueOf(money.amount(), digits).toPlainString();
    }

    record UserRegistered(UUID userId, String email) {}

    record ProfileUpdated(
            UUID userId, long version, @Nullable String firstName, boolean marketingEmails) {}

    record OrderConfirmed(UUID orderId, UUID customerId, String email, List<Line> lines, Money total) {

        Map<String, Object> values() {
            return Map.of("lines", lines, "total", inWords(total));
        }

        record Line(String name, int quantity) {}
    }

    record OrderCancelled(UUID orderId, UUID customerId, String email, String reason) {}

    record OrderShipped(
            UUID orderId,
            UUID customerId,
            String email,
            @Nullable String carrier,
            @Nullable String trackingNumber) {

        Map<String, Object> values() {
            var values = new HashMap<String, Object>();
            values.put("carrier", carrier);
            values.put("trackingNumber", trackingNumber);
            return values;
        }
    }

    record OrderDelivered(UUID orderId, UUID customerId, String email) {}

    /** There may be several for one order, and a mail about each. */
    record OrderRefunded(UUID orderId, UUID customerId, String email, UUID refundId, Money amount, Money refunded) {

        Map<String, Object> values() {
            return Map.of("orderId", orderId, "amount", inWords(amount), "refunded", inWords(refunded));
        }
    }
}
