package com.ecom.payment.webhooks;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.web.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: the webhooks that the provider has sent. */
@RestController
@RequiredArgsConstructor
class WebhookListController {

    private final JdbcClient jdbc;

    /** Orphans, mismatches and what failed are what needs people; in the order of their events' ids. */
    @GetMapping("/ops/webhooks")
    Page<StoredWebhook> list(
            @RequestParam(defaultValue = "ORPHAN") @Pattern(regexp = "RECEIVED|APPLIED|ORPHAN|MISMATCH|FAILED")
                    String outcome,
            @RequestParam(required = false) @Nullable UUID orderId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var rows = jdbc.sql("""
                select provider, event_id, order_id, type, body, outcome, received_at, asked_at, provider_says,
                       attempts, last_error
                from webhook_event
                where outcome = :outcome and (:order is null or order_id = :order)
                  and concat(provider, ' ', event_id) > :after
                order by provider, event_id limit :limit
                """)
                .param("outcome", outcome)
                .param("order", orderId == null ? null : orderId.toString())
                .param("after", Page.positionOf(cursor).orElse(""))
                .param("limit", size + 1)
                .query((row, _) -> read(row))
                .list();
        return Page.of(rows, size, it -> it.provider() + " " + it.eventId());
    }

    private static StoredWebhook read(ResultSet row) throws SQLException {
        return new StoredWebhook(
                row.getString("provider"),
                row.getString("event_id"),
                row.getString("order_id"),
                row.getString("type"),
                row.getString("body"),
                row.getString("outcome"),
                Utc.instant(row, "received_at"),
                Utc.instantOrNull(row, "asked_at"),
                row.getString("provider_says"),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    /**
     * @param providerSays how the payment stands with the provider, when it was asked about an orphan
     * @param attempts to apply it that failed, and why the last one did
     */
    record StoredWebhook(
            String provider,
            String eventId,
            String orderId,
            String type,
            String body,
            String outcome,
            Instant receivedAt,
            @Nullable Instant askedAt,
            @Nullable String providerSays,
            int attempts,
            @Nullable String lastError) {}
}
