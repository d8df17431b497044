package com.ecom.core.privacy;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ecom.core.privacy.HandlePrivacyRequests.Requested;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RetryErasuresTests {

    private final PostponedErasures postponed = mock();
    private final HandlePrivacyRequests answers = mock();
    private final TransactionTemplate transaction = new TransactionTemplate(mock(PlatformTransactionManager.class));
    private final Requested unlucky = new Requested(UUID.randomUUID(), UUID.randomUUID());
    private final Requested busy = new Requested(UUID.randomUUID(), UUID.randomUUID());
    private final Requested done = new Requested(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void oneThatFailsHoldsUpNoOtherAndComesAgainSoon() {
        when(postponed.claim())
                .thenReturn(Optional.of(unlucky))
                .thenReturn(Optional.of(busy))
                .thenReturn(Optional.of(done))
                .thenReturn(Optional.empty());
        doThrow(new CannotAcquireLockException("deadlock")).when(answers).tryToErase(unlucky);
        when(answers.tryToErase(busy)).thenReturn(false);
        when(answers.tryToErase(done)).thenReturn(true);

        new RetryErasures(postponed, answers, transaction).allThatAreDue();

        verify(postponed).remove(done);
        verify(postponed).putOff(busy);
        verify(postponed, never()).putOff(unlucky);
        verify(postponed, never()).remove(unlucky);
    }
}
