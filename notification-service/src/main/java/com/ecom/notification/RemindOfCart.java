package com.ecom.notification;

import com.ecom.core.jdbc.Utc;
import com.ecom.notification.CartMailSubscription.CartAbandoned;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds people once of a cart that they have left: those who agreed to news (which nobody has until they say so) and whose
 * address is verified, unless they have bought something since; {@value #MOST} times in thirty days at most.
 */
@Component
@RequiredArgsConstructor
class RemindOfCart {

    private static final int MOST = 2;

    private final JdbcClient jdbc;
    private final QueueMails queueMails;
    private final Pages pages;

    void handle(CartAbandoned cart) {
        var user = cart.customerId();
        var address = addressForNews(user);
        if (address.isEmpty() || hasHeardEnough(cart)) {
            return;
        }
        queueMails.mail(
                "%s v%d".formatted(user, cart.version()),
                Template.CART_ABANDONED,
                user,
                address.get(),
                Map.of("lines", cart.items(), "link", pages.cart(), "preferences", pages.profile()));
    }

    private Optional<String> addressForNews(UUID user) {
        return jdbc.sql("""
                select email from recipient
                where user_id = :user and marketing_emails and verified_at is not null and email is not null
                """).param("user", user.toString()).query(String.class).optional();
    }

    private boolean hasHeardEnough(CartAbandoned cart) {
        return jdbc.sql("""
                select coalesce(sum(template = 'ORDER_CONFIRMED' and created_at > :since), 0) > 0
                    or coalesce(sum(template = 'CART_ABANDONED' and created_at > now(3) - interval 30 day), 0) >= :most
                from notification where user_id = :user and template in ('ORDER_CONFIRMED', 'CART_ABANDONED')
                """)
                .param("user", cart.customerId().toString())
                .param("since", Utc.column(cart.since()))
                .param("most", MOST)
                .query(Boolean.class)
                .single();
    }
}
