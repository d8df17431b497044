package com.ecom.core.service;

import java.io.IOException;
import java.util.Set;

/** Tells "something we need is away" from "we made a mistake". */
final class Outage {

    /** By name, because not every service has a database on its class path. */
    private static final Set<String> SIGNS = Set.of(
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.dao.QueryTimeoutException",
            "org.springframework.dao.PessimisticLockingFailureException",
            "org.springframework.dao.CannotAcquireLockException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.springframework.data.redis.RedisConnectionFailureException",
            "org.springframework.jdbc.CannotGetJdbcConnectionException");

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        for (var it = failure; it != null; it = it.getCause()) {
            if (SIGNS.contains(it.getClass().getName()) || it instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
