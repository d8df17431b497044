package com.ecom.core.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code Idempotency-Key} of a request. A controller method that takes one gets it, and then needs one.
 *
 * @param caller whose key it is; the same key of somebody else is another key
 * @param operation what it is used for, such as {@code POST /api/things}; for another operation it is another key
 * @param path the address that was asked
 */
public record IdempotencyKey(UUID caller, String operation, String path, String value) {

    static final String HEADER = "Idempotency-Key";
    static final String PATTERN = "[A-Za-z0-9_-]{1,128}";

    /** What is asked for, in 64 hexadecimal digits: under one key nothing else may be asked. */
    public String hashOf(Object request, JsonMapper json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /** For things whose id follows from the key that made them, so that the repetition of a request finds the same thing. */
    public UUID toId() {
        return UuidCreator.getNameBasedSha1(caller, operation + " " + value);
    }

    /**
     * Tells the client that the answer to this request is the one given before.
     *
     * @param earlier the hash of the request that was answered then
     * @throws IdempotencyRefusal.KeyReused if that was a different one
     */
    public void replays(String earlier, String hash) {
        if (!earlier.equals(hash)) {
            throw new IdempotencyRefusal.KeyReused();
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
                && it.getResponse() != null) {
            it.getResponse().setHeader("Idempotency-Replayed", "true");
        }
    }
}
