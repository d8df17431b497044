package com.ecom.product.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.problems.Outage;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

class OutageTests {

    @Test
    void mongoDbBeingAwayIsAnOutage() {
        assertThat(Outage.isBehind(new MongoTimeoutException("away"))).isTrue();
        assertThat(Outage.isBehind(new MongoSocketReadException("cut", new ServerAddress())))
                .isTrue();
        assertThat(Outage.isBehind(new DataAccessResourceFailureException("away")))
                .isTrue();
        assertThat(Outage.isBehind(new DuplicateKeyException("twice"))).isFalse();
    }
}
