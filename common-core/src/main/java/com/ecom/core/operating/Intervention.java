package com.ecom.core.operating;

import java.util.UUID;

/**
 * One thing an operator did.
 *
 * @param action such as {@code outbox.replay}
 * @param target what it was done to, as far as the operator narrowed it down
 * @param affected how many things it changed
 */
public record Intervention(UUID actor, String action, String target, String reason, long affected) {}
