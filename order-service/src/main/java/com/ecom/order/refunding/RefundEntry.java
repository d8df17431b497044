package com.ecom.order.refunding;

import com.ecom.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param failure why the money did not go, or came back
 * @param parts of which lines, and how much of shipping, the money is
 * @param reason and {@code requestedBy} are absent where it went without being asked for here
 */
record RefundEntry(
        UUID refundId,
        Money amount,
        String state,
        @Nullable String failure,
        @Nullable String reason,
        @Nullable UUID requestedBy,
        @Nullable List<RefundLine> lines,
        @Nullable RefundParts parts,
        Instant createdAt,
        Instant updatedAt) {}
