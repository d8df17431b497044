package com.ecom.core.tracing;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names each request, in the log, in the answer and in every problem. A caller's own name counts only if it is a UUID. */
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";
    public static final String KEY = "correlationId";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private CorrelationId() {}

    /** The caller's id if it has the form of a UUID, a new one otherwise. */
    public static String accept(@Nullable String asked) {
        return asked != null && UUID_FORM.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString();
    }
}
