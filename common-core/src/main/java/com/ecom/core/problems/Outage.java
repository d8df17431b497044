package com.ecom.core.problems;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientResponseException;

/** Tells "something we need is away" from "we made a mistake". */
public final class Outage {

    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

    /** By name, because no service has all of these stores on its class path. What inherits from them counts, too. */
    private static final Set<String> SIGNS = Set.of(
            "org.springframework.dao.TransientDataAccessException",
            "org.springframework.dao.RecoverableDataAccessException",
            "org.springframework.dao.NonTransientDataAccessResourceException",
            "org.springframework.transaction.CannotCreateTransactionException",
            // Where a lost connection is behind it, a transaction can be neither committed nor rolled back.
            "org.springframework.transaction.TransactionSystemException",
            "java.sql.SQLTransientException",
            "java.sql.SQLRecoverableException",
            "java.sql.SQLNonTransientConnectionException",
            "com.mongodb.MongoSocketException",
            "com.mongodb.MongoTimeoutException",
            "com.mongodb.MongoNotPrimaryException",
            "com.mongodb.MongoNodeIsRecoveringException",
            "io.lettuce.core.RedisConnectionException",
            "io.lettuce.core.RedisCommandTimeoutException");

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        for (var it = failure; it != null; it = it.getCause()) {
            if (isTroubleOnTheWay(it)
                    || it instanceof TimeoutException
                    || isAnAnswerOf(it, AWAY)
                    || isASign(it.getClass())) {
                return true;
            }
        }
        return false;
    }

    /** Bytes that are no text have arrived all the same, and will be no text the next time either. */
    private static boolean isTroubleOnTheWay(Throwable it) {
        return it instanceof IOException && !(it instanceof CharacterCodingException);
    }

    private static boolean isAnAnswerOf(Throwable it, Set<Integer> statuses) {
        return it instanceof RestClientResponseException answer
                && statuses.contains(answer.getStatusCode().value());
    }

    private static boolean isASign(@Nullable Class<?> type) {
        return type != null && (SIGNS.contains(type.getName()) || isASign(type.getSuperclass()));
    }
}
