package com.ecom.proof.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of webhooks, by somebody who knows the secret and by others. */
record Signing(String secret) {

    /** What a body comes with, and the body that is sent: made of the body that should have been. */
    private record Forgery(String name, BiFunction<Signing, String, Sent> made) {}

    record Sent(String kind, String signature, String body) {}

    private static final List<Forgery> FORGERIES = List.of(
            new Forgery("somebody else's secret", (it, body) -> sent(new Signing("whsec_guessed").genuine(body), body)),
            new Forgery("no secret", (_, body) -> sent(new Signing(" ").genuine(body), body)),
            new Forgery(
                    "body changed",
                    (it, body) -> sent(it.genuine(body), body.replaceFirst("\"amount\":\\d", "\"amount\":7"))),
            new Forgery("body with one space more", (it, body) -> sent(it.genuine(body), body + " ")),
            new Forgery(
                    "signature of another body", (it, body) -> sent(it.genuine(body.replace("evt_", "evt-")), body)),
            new Forgery("six minutes old", (it, body) -> sent(it.at(Duration.ofMinutes(-6), body), body)),
            new Forgery("two minutes early", (it, body) -> sent(it.at(Duration.ofMinutes(2), body), body)),
            new Forgery("a year old", (it, body) -> sent(it.at(Duration.ofDays(-365), body), body)),
            new Forgery(
                    "time made younger",
                    (it, body) -> sent(
                            it.at(Duration.ofMinutes(-6), body)
                                    .replaceFirst("t=\\d+", "t=" + Instant.now().getEpochSecond()),
                            body)),
            new Forgery("no signature", (_, body) -> sent("", body)),
            new Forgery("only a time", (_, body) -> sent("t=" + Instant.now().getEpochSecond(), body)),
            new Forgery("only a signature", (it, body) -> sent(it.genuine(body).replaceFirst("t=\\d+,", ""), body)),
            new Forgery("half a signature", (it, body) -> sent(half(it.genuine(body)), body)),
            new Forgery("capital letters", (it, body) -> sent(capitals(it.genuine(body)), body)),
            new Forgery("spaces", (it, body) -> sent(it.genuine(body).replace(",", ", "), body)),
            new Forgery("two times", (it, body) -> sent("t=1," + it.genuine(body), body)),
            new Forgery("other scheme", (it, body) -> sent(it.genuine(body).replace("v1=", "v0="), body)),
            new Forgery("weaker hash", (it, body) -> sent(it.by("HmacSHA1", body), body)),
            new Forgery("body signed without its time", (it, body) -> sent(it.withoutTime(body), body)));

    static int kinds() {
        return FORGERIES.size();
    }

    /** One of all the ways in which somebody without the secret, or too late, may try. */
    Sent forged(int number, String body) {
        var forgery = FORGERIES.get(number % FORGERIES.size());
        var sent = forgery.made.apply(this, body);
        return new Sent(forgery.name, sent.signature, sent.body);
    }

    String genuine(String body) {
        return at(Duration.ZERO, body);
    }

    private String at(Duration fromNow, String body) {
        var time = Long.toString(Instant.now().plus(fromNow).getEpochSecond());
        return "t=%s,v1=%s".formatted(time, mac("HmacSHA256", time + "." + body));
    }

    private String by(String algorithm, String body) {
        var time = Long.toString(Instant.now().getEpochSecond());
        return "t=%s,v1=%s".formatted(time, mac(algorithm, time + "." + body));
    }

    private String withoutTime(String body) {
        return "t=%d,v1=%s".formatted(Instant.now().getEpochSecond(), mac("HmacSHA256", body));
    }

    private String mac(String algorithm, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sent sent(String signature, String body) {
        return new Sent("", signature, body);
    }

    private static String half(String signature) {
        return signature.substring(0, signature.length() - 32);
    }

    private static String capitals(String signature) {
        var hex = signature.indexOf("v1=") + 3;
        return signature.substring(0, hex) + signature.substring(hex).toUpperCase(Locale.ROOT);
    }
}
