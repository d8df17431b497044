package com.ecom.simulation;

import com.ecom.order.model.OrderEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** notification-service, as far as it tells customers how their orders ended. */
final class NotificationModel extends Service {

    private final Map<Mail, Integer> sent = new HashMap<>();

    NotificationModel(World world) {
        super(world);
    }

    @Override
    Change effectOf(Object content) {
        return switch (content) {
            case OrderEvent.OrderConfirmed it -> mail(it.orderId(), Template.CONFIRMED);
            case OrderEvent.OrderCancelled it -> mail(it.orderId(), Template.CANCELLED);
            case OrderEvent.OrderRefunded it -> mail(it.refundId(), Template.REFUNDED);
            default -> throw new IllegalStateException("Not for us: " + content);
        };
    }

    int sent(UUID about, Template template) {
        return sent.getOrDefault(new Mail(about, template), 0);
    }

    private Change mail(UUID about, Template template) {
        var mail = new Mail(about, template);
        return sent.containsKey(mail) && world.rules.mailsOnce()
                ? Change.NONE
                : new Change(() -> sent.merge(mail, 1, Integer::sum), List.of());
    }

    enum Template {
        CONFIRMED,
        CANCELLED,
        REFUNDED
    }

    private record Mail(UUID about, Template template) {}
}
