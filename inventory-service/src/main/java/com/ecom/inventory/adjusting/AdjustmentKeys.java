package com.ecom.inventory.adjusting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.inventory.adjusting.AdjustmentController.Adjusted;
import com.ecom.inventory.adjusting.AdjustmentController.Adjustments;
import com.ecom.inventory.model.InventoryRefusal.KeyReused;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Remembers what was answered under which key. A simultaneous twin waits for the first to finish or fail. */
@Repository
class AdjustmentKeys {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AdjustmentKeys(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Adjusted once(UUID caller, String key, Adjustments request, Function<UUID, Adjusted> effect) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var hash = hashOf(request);
        if (!claim(id, caller, key, hash)) {
            return earlier(caller, key, hash);
        }
        var answer = effect.apply(id);
        jdbc.sql("update adjustment set answer = :answer where id = :id")
                .param("answer", json.writeValueAsString(answer))
                .param("id", id.toString())
                .update();
        return answer;
    }

    private boolean claim(UUID id, UUID caller, String key, String hash) {
        return jdbc.sql("""
                        insert ignore into adjustment (id, caller, idempotency_key, request_hash)
                        values (:id, :caller, :key, :hash)
                        """)
                        .param("id", id.toString())
                        .param("caller", caller.toString())
                        .param("key", key)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    private Adjusted earlier(UUID caller, String key, String hash) {
        var earlier = jdbc.sql("""
                select request_hash as hash, answer from adjustment
                where caller = :caller and idempotency_key = :key
                """)
                .param("caller", caller.toString())
                .param("key", key)
                .query(Earlier.class)
                .single();
        if (!earlier.hash.equals(hash)) {
            throw new KeyReused();
        }
        return json.readValue(earlier.answer, Adjusted.class);
    }

    private String hashOf(Adjustments request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(json.writeValueAsString(request).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    private record Earlier(String hash, String answer) {}
}
