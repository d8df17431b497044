package com.ecom.notification;

import java.util.Arrays;
import java.util.List;

/** The mails that there are; each is a file of its name, with the subject as its first line. */
enum Template {
    WELCOME,
    VERIFY_EMAIL,
    RESET_PASSWORD,
    SECURITY_NOTICE,
    PRIVACY_ASKED,
    ORDER_CONFIRMED,
    ORDER_CANCELLED,
    ORDER_SHIPPED,
    ORDER_DELIVERED,
    ORDER_REFUNDED,
    CART_ABANDONED;

    /** Whether the mail brings something that only the mailbox's owner may see: then nothing of it is shown or kept. */
    boolean isSecret() {
        return this == VERIFY_EMAIL || this == RESET_PASSWORD;
    }

    /** Whether it concerns the safety of an account, so that nothing a stranger does may keep it from its owner. */
    boolean isAboutAnAccount() {
        return isSecret() || this == SECURITY_NOTICE || this == PRIVACY_ASKED;
    }

    /** Those that strangers can cause without limit, by orders with a foreign address. */
    static List<String> capped() {
        return Arrays.stream(values())
                .filter(it -> !it.isAboutAnAccount())
                .map(Template::name)
                .toList();
    }

    static List<String> secretTemplates() {
        return Arrays.stream(values())
                .filter(Template::isSecret)
                .map(Template::name)
                .toList();
    }
}
