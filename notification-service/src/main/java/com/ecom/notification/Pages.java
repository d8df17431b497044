package com.ecom.notification;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The pages that our mails lead to. */
record Pages(URI shopUrl) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    /** @throws IllegalStateException if it is not configured, and mails leave this machine */
    static Pages of(Settings settings, String mailServer) {
        if (settings.shopUrl != null) {
            return new Pages(settings.shopUrl);
        }
        if (!THIS_MACHINE.contains(mailServer)) {
            throw new IllegalStateException(
                    "ecom.notifications.shop-url is missing: only on a developer's machine may mails lead to it");
        }
        return new Pages(URI.create("http://localhost:3000"));
    }

    /** The token is in the fragment, which browsers never send: it is in no log and in no Referer. */
    String verifyEmail(String token) {
        return shopUrl + "/account/verify-email#" + token;
    }

    String resetPassword(String token) {
        return shopUrl + "/account/reset-password#" + token;
    }

    /** Opens to whoever ordered, and is like a missing page to anybody else. */
    String order(UUID order) {
        return shopUrl + "/orders/" + order;
    }

    String cart() {
        return shopUrl + "/cart";
    }

    /** Where people say which mails they want. */
    String profile() {
        return shopUrl + "/account/profile";
    }

    /** @param shopUrl where they are */
    @ConfigurationProperties("ecom.notifications")
    record Settings(@Nullable URI shopUrl) {}
}
