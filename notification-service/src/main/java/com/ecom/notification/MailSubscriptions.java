package com.ecom.notification;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.money.Money;
import com.ecom.core.text.ReadableNumber;
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
import org.springframework.beans.factory.annotation.Value;
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
    static Pages pages(Pages.Settings settings, @Value("${spring.mail.host}") String mailServer) {
        return Pages.of(settings, mailServer);
    }

    @Bean
    static Subscription orderEvents(QueueMails queueMails, Pages pages) {
        return Subscription.<MailRequest>together("order.events")
                .on("order.confirmed.v1", OrderConfirmed.class, it -> it.mailRequest(pages))
                .on("order.cancelled.v1", OrderCancelled.class, it -> it.mailRequest(pages))
                .on("order.shipped.v1", OrderShipped.class, it -> it.mailRequest(pages))
                .on("order.delivered.v1", OrderDelivered.class, it -> it.mailRequest(pages))
                .on("order.refunded.v1", OrderRefunded.class, it -> it.mailRequest(pages))
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

    /** People read its number, and their mail program opens the page of its id. */
    private static Map<String, Object> about(UUID order, Pages pages) {
        return new HashMap<>(Map.of("orderNumber", ReadableNumber.of(order).toString(), "link", pages.order(order)));
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

        MailRequest mailRequest(Pages pages) {
            var values = about(orderId, pages);
            values.put("lines", lines);
            values.put("total", inWords(total));
            return new MailRequest(orderId.toString(), Template.ORDER_CONFIRMED, customerId, email, values);
        }

        record Line(String name, int quantity) {}
    }

    record OrderCancelled(UUID orderId, UUID customerId, String email, String reason) {
        MailRequest mailRequest(Pages pages) {
            var values = about(orderId, pages);
            values.put(reasonFor(reason), true);
            return new MailRequest(orderId.toString(), Template.ORDER_CANCELLED, customerId, email, values);
        }
    }

    record OrderShipped(
            UUID orderId,
            UUID customerId,
            String email,
            @Nullable String carrier,
            @Nullable String trackingNumber) {

        MailRequest mailRequest(Pages pages) {
            var values = about(orderId, pages);
            values.put("carrier", carrier);
            values.put("trackingNumber", trackingNumber);
            return new MailRequest(orderId.toString(), Template.ORDER_SHIPPED, customerId, email, values);
        }
    }

    record OrderDelivered(UUID orderId, UUID customerId, String email) {
        MailRequest mailRequest(Pages pages) {
            return new MailRequest(
                    orderId.toString(), Template.ORDER_DELIVERED, customerId, email, about(orderId, pages));
        }
    }

    /** There may be several for one order, and a mail about each. */
    record OrderRefunded(UUID orderId, UUID customerId, String email, UUID refundId, Money amount, Money refunded) {

        MailRequest mailRequest(Pages pages) {
            var values = about(orderId, pages);
            values.put("amount", inWords(amount));
            values.put("refunded", inWords(refunded));
            return new MailRequest(refundId.toString(), Template.ORDER_REFUNDED, customerId, email, values);
        }
    }
}
