package com.ecom.auth.keys;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class KeyRingTests {

    private final SigningKeys kept = mock();
    private final KeyRing ring = new KeyRing(kept, mock());

    @Test
    void whoWaitsTooLongForOthersThatStartTriesAgain() {
        given(kept.areMissing()).willReturn(true);
        given(kept.addFirst(any()))
                .willThrow(new CannotAcquireLockException("Lock wait timeout exceeded"))
                .willReturn(false);

        assertThatCode(ring::ensureOne).doesNotThrowAnyException();
        then(kept).should(times(2)).addFirst(any());
    }

    @Test
    void anExistingKeyIsUsedWithoutWaiting() {
        given(kept.areMissing()).willReturn(false);

        ring.ensureOne();

        then(kept).should(never()).addFirst(any());
    }
}
