package com.ecom.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param claim how long an instance that claimed a mail has to send it before another may
 * @param retryFor how long a mail is tried again that the mail server neither takes nor refuses for good
 * @param longestPause between two tries
 * @param strangerMailsPerHour how many mails an address gets that no account has verified; those about an account do not count
 * @param mailKeys private keys (P-256, PKCS #8 in Base64) for which auth-service seals tokens; two while they are exchanged
 * @param kept how long a mail is kept, whatever became of it
 */
@ConfigurationProperties("ecom.notifications")
record MailSettings(
        @DefaultValue("shop@ecom.example") String sender,
        @DefaultValue("5m") Duration claim,
        @DefaultValue("48h") Duration retryFor,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("20") int strangerMailsPerHour,
        @DefaultValue List<String> mailKeys,
        @DefaultValue("180d") Duration kept) {

    private static final Duration LONGEST_OUTAGE = Duration.ofHours(24);

    MailSettings {
        if (retryFor.compareTo(LONGEST_OUTAGE) < 0) {
            throw new IllegalArgumentException(
                    "ecom.notifications.retry-for must be 24 hours at least, or an outage of the mail server loses mails");
        }
    }

    @Override
    public String toString() {
        return "MailSettings[…]";
    }
}
