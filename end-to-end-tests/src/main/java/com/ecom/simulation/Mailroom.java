package com.ecom.simulation;

import com.ecom.order.model.OrderEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** notification-service, as far as it tells customers how their orders ended. */
final class Mailroom extends Service {

    private final Map<Mail, Integer> sent = new HashMap<>();

    Mailroom(World world) {
        super(world);
    }

    @Override
    Change effectOf(Object content) {
        return switch (content) {
            case OrderEvent.OrderConfirmed it -> mail(it.orderId(), Template.CONFIRMED);
            case OrderEvent.OrderCancelled it -> mail(it.orderId(), Template.CANCELLED);
            default -> throw new IllegalStateException("Not for us: " + content);
        };
    }

    int sent(UUID order, Template template) {
        return sent.getOrDefault(new Mail(order, template), 0);
    }

    private Change mail(UUID order, Template template) {
        var mail = new Mail(order, template);
        return sent.containsKey(mail) && world.rules.mailsOnce()
                ? Change.NONE
                : new Change(() -> sent.merge(mail, 1, Integer::sum), List.of());
    }

    enum Template {
        CONFIRMED,
        CANCELLED
    }

    private record Mail(UUID order, Template template) {}
}
