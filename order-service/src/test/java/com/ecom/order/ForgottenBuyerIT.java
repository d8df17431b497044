package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.privacy.ErasedSubjects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens outlive accounts by some minutes. */
class ForgottenBuyerIT extends OrderTest {

    @Autowired
    ErasedSubjects erased;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoWasForgottenOrdersNothingAndNothingIsKept() {
        transaction.executeWithoutResult(_ -> erased.add(customer.id()));

        assertThat(codeOf(place(UUID.randomUUID().toString(), checkout(1)), 410))
                .isEqualTo("ACCOUNT_ERASED");
        assertThat(jdbc.sql("select count(*) from orders where owner = ?")
                        .param(customer.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
