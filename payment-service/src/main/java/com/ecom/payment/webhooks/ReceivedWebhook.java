package com.ecom.payment.webhooks;

/** A webhook as it came: genuine, and one that we understand. */
record ReceivedWebhook(String provider, String eventId, String orderId, String type, String body) {}
