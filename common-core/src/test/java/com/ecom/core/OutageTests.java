package com.ecom.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.problems.Outage;
import java.net.ConnectException;
import java.nio.charset.MalformedInputException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLRecoverableException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class OutageTests {

    @ParameterizedTest
    @MethodSource
    void isWhatPassesWithoutAnybodyMendingAnything(Throwable failure) {
        assertThat(Outage.isBehind(failure)).isTrue();
        assertThat(Outage.isBehind(new IllegalStateException("wrapped", failure)))
                .isTrue();
    }

    static Stream<Throwable> isWhatPassesWithoutAnybodyMendingAnything() {
        return Stream.of(
                new CannotGetJdbcConnectionException("MySQL is away"),
                new CannotCreateTransactionException("MySQL is away"),
                new TransactionSystemException("MySQL went away", new SQLRecoverableException()),
                new TransactionSystemException("cannot roll back", new SQLException("Connection is closed")),
                new CannotAcquireLockException("deadlock"),
                new QueryTimeoutException("slow"),
                new ResourceAccessException("a neighbour is away", new ConnectException()),
                new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE),
                new HttpClientErrorException(HttpStatus.TOO_MANY_REQUESTS),
                new TimeoutException());
    }

    @ParameterizedTest
    @MethodSource
    void isNotWhatStaysWrong(Throwable failure) {
        assertThat(Outage.isBehind(failure)).isFalse();
    }

    static Stream<Throwable> isNotWhatStaysWrong() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new IllegalStateException("not text", new MalformedInputException(1)),
                new DataIntegrityViolationException("twice", new SQLIntegrityConstraintViolationException()),
                new HttpClientErrorException(HttpStatus.BAD_REQUEST),
                new HttpServerErrorException(HttpStatus.INTERNAL_SERVER_ERROR));
    }
}
