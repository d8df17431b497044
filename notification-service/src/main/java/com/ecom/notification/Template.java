package com.ecom.notification;

/** The mails that there are; each is a file of its name, with the subject as its first line. */
enum Template {
    WELCOME,
    ORDER_CONFIRMED,
    ORDER_CANCELLED,
    ORDER_SHIPPED,
    ORDER_DELIVERED,
    ORDER_REFUNDED
}
