package com.ecom.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/** Stripe's signature of a webhook, checked by its own library and against the clock both ways. */
final class StripeSignature {

    private static final Duration TOO_OLD = Duration.ofMinutes(5);
    private static final Duration TOO_EARLY = Duration.ofMinutes(1);
    private static final Pattern TIME = Pattern.compile("(?:^|,)t=(\\d{1,12})(?:,|$)");

    private StripeSignature() {}

    /** The library looks only for what is too old; what comes from the future is no better. */
    static boolean isGenuine(List<String> secrets, String signature, byte[] body, Instant now) {
        var time = TIME.matcher(signature);
        return time.find()
                && !Instant.ofEpochSecond(Long.parseLong(time.group(1))).isAfter(now.plus(TOO_EARLY))
                && secrets.stream().anyMatch(it -> isSignedWith(it, signature, body, now));
    }

    private static boolean isSignedWith(String secret, String signature, byte[] body, Instant now) {
        try {
            return Webhook.Signature.verifyHeader(
                    new String(body, UTF_8), signature, secret, TOO_OLD.toSeconds(), Clock.fixed(now, ZoneOffset.UTC));
        } catch (SignatureVerificationException e) {
            return false;
        }
    }
}
