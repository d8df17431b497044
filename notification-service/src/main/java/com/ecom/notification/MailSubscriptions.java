package com.ecom.notification;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.money.Money;
import com.ecom.notification.QueueMails.MailRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which customer and order events cause a mail, and with which values. */
@Configuration(proxyBeanMethods = false)
class MailSubscriptions {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Bean
    static Subscription userEvents(Recipients recipients, QueueMails queueMails) {
        return Subscription.to("user.events")
                .on("user.registered.v1", UserRegistered.class, it -> {
                    recipients.registered(it.userId(), it.email());
                    queueMails.mail(it.userId().toString(), Template.WELCOME, it.userId(), it.email(), Map.of());
                })
                .on("user.email-verified.v1", EmailVerified.class, it -> recipients.verified(it.userId(), it.email()))
                .on(
                        "user.privacy-asked.v1",
                        PrivacyRequestReceived.class,
                        it -> queueMails.mail(
                                it.requestId.toString(), Template.PRIVACY_ASKED, it.userId, it.email, it.values()))
                .on(
                        "user.profile-updated.v1",
                        ProfileUpdated.class,
                        it -> recipients.profile(
                                it.userId(), it.version(), it.firstName(), it.language(), it.marketingEmails()));
    }

    @Bean
    static Subscription orderEvents(QueueMails queueMails) {
        return Subscription.<MailRequest>together("order.events")
                .on("order.confirmed.v1", OrderConfirmed.class, OrderConfirmed::mailRequest)
                .on("order.cancelled.v1", OrderCancelled.class, OrderCancelled::mailRequest)
                .on("order.shipped.v1", OrderShipped.class, OrderShipped::mailRequest)
                .on("order.delivered.v1", OrderDelivered.class, OrderDelivered::mailRequest)
                .on("order.refunded.v1", OrderRefunded.class, OrderRefunded::mailRequest)
                .to(queueMails::all);
    }

    /** The template's name of the reason. */
    private static String reasonFor(String reason) {
        return switch (reason) {
            case "OUT_OF_STOCK", "RESERVATION_LOST" -> "SOLD_OUT";
            case "TOO_MANY_OPEN_ORDERS" -> "TOO_MANY_OPEN";
            case "PAYMENT_DECLINED", "CAPTURE_FAILED" -> "DECLINED";
            case "TIMED_OUT" -> "TIMED_OUT";
            case "BY_CUSTOMER" -> "AS_WISHED";
            default -> "BY_STAFF";
        };
    }

    private static MailRequest about(
            UUID thing, Template template, UUID customer, String email, Map<String, ?> values) {
        return new MailRequest(thing.toString(), template, customer, email, values);
    }

    private static String inWords(Money money) {
        var digits = money.currency().getDefaultFractionDigits();
        return money.currency() + " "
                + BigDecimal.valueOf(money.amount(), digits).toPlainString();
    }

    record UserRegistered(UUID userId, String email) {}

    record EmailVerified(UUID userId, String email) {}

    /** Customers cannot opt out: the request may come from a stolen session. */
    record PrivacyRequestReceived(
            UUID requestId, UUID userId, String email, String kind, Instant askedAt, Instant dueAt) {

        Map<String, ?> values() {
            return Map.of(kind, true, "askedAt", inWords(askedAt), "dueAt", inWords(dueAt));
        }

        private static String inWords(Instant time) {
            return MINUTES.format(time);
        }
    }

    record ProfileUpdated(
            UUID userId, long version, @Nullable String firstName, String language, boolean marketingEmails) {}

    record OrderConfirmed(UUID orderId, UUID customerId, String email, List<Line> lines, Money total) {

        MailRequest mailRequest() {
            return about(
                    orderId,
                    Template.ORDER_CONFIRMED,
                    customerId,
                    email,
                    Map.of("lines", lines, "total", inWords(total)));
        }

        record Line(String name, int quantity) {}
    }

    record OrderCancelled(UUID orderId, UUID customerId, String email, String reason) {
        MailRequest mailRequest() {
            return about(orderId, Template.ORDER_CANCELLED, customerId, email, Map.of(reasonFor(reason), true));
        }
    }

    record OrderShipped(
            UUID orderId,
            UUID customerId,
            String email,
            @Nullable String carrier,
            @Nullable String trackingNumber) {

        MailRequest mailRequest() {
            var values = new HashMap<String, Object>();
            values.put("carrier", carrier);
            values.put("trackingNumber", trackingNumber);
            return about(orderId, Template.ORDER_SHIPPED, customerId, email, values);
        }
    }

    record OrderDelivered(UUID orderId, UUID customerId, String email) {
        MailRequest mailRequest() {
            return about(orderId, Template.ORDER_DELIVERED, customerId, email, Map.of());
        }
    }

    /** There may be several for one order, and a mail about each. */
    record OrderRefunded(UUID orderId, UUID customerId, String email, UUID refundId, Money amount, Money refunded) {

        MailRequest mailRequest() {
            return about(
                    refundId,
                    Template.ORDER_REFUNDED,
                    customerId,
                    email,
                    Map.of("orderId", orderId, "amount", inWords(amount), "refunded", inWords(refunded)));
        }
    }
}
