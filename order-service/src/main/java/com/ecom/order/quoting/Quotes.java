package com.ecom.order.quoting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.order.model.QuoteRefusal.QuoteInvalid;
import com.ecom.order.quoting.QuoteKeys.Key;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Quotes as they travel: key, content and signature (HMAC-SHA256), each after a dot. Clients see no more than a word in it. */
@Component
public class Quotes {

    /** A hundred lines with every promotion stay below it. */
    public static final int MOST_CHARACTERS = 32_768;

    private static final Pattern TOKEN = Pattern.compile("q(\\d{1,9})\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{43})");
    private static final String ALGORITHM = "HmacSHA256";

    private final QuoteKeys keys;
    private final JsonMapper json;

    Quotes(QuoteKeys keys, JsonMapper json) {
        this.keys = keys;
        // What another release has signed may say more than this one asks.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    String sign(Quote quote) {
        var key = keys.current();
        var said = "q%d.%s".formatted(key.id(), text(deflated(json.writeValueAsBytes(quote))));
        return said + "." + text(signature(key, said));
    }

    /**
     * What was promised to somebody, at whatever time.
     *
     * @throws QuoteInvalid if nothing was promised to them like that
     */
    public Quote open(String token, UUID subject) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw new QuoteInvalid();
        }
        var key = keys.find(Integer.parseInt(parts.group(1))).orElseThrow(QuoteInvalid::new);
        var said = token.substring(0, token.lastIndexOf('.'));
        if (!MessageDigest.isEqual(
                text(signature(key, said)).getBytes(UTF_8), parts.group(3).getBytes(UTF_8))) {
            throw new QuoteInvalid();
        }
        var quote = json.readValue(inflated(Base64.getUrlDecoder().decode(parts.group(2))), Quote.class);
        if (!quote.subject().equals(subject)) {
            throw new QuoteInvalid();
        }
        return quote;
    }

    private static byte[] signature(Key key, String said) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
            return mac.doFinal(said.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, e);
        }
    }

    private static byte[] deflated(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] inflated(byte[] content) {
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(content))) {
            return inflater.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
