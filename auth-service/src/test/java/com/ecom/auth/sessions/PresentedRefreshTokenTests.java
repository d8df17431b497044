package com.ecom.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.auth.sessions.PresentedRefreshToken.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentedRefreshTokenTests {

    @ParameterizedTest
    @CsvSource({
        // open, fresh, used, just now, successor fresh
        "true,  true,  false, false, false, EXCHANGE",
        "true,  false, true,  true,  true,  REPEAT",
        "true,  false, true,  true,  false, REFUSE",
        "true,  false, true,  false, true,  REVOKE",
        "true,  false, true,  false, false, REVOKE",
        "true,  false, false, false, false, REFUSE",
        "false, true,  false, false, false, REFUSE",
        "false, false, true,  true,  true,  REFUSE",
        "false, false, true,  false, false, REFUSE",
        "false, false, false, false, false, REFUSE"
    })
    void exchangesWhatIsFreshRepeatsItAtOnceAndRevokesWhatComesAgainLater(
            boolean open, boolean fresh, boolean used, boolean justNow, boolean successorFresh, Verdict verdict) {
        assertThat(new PresentedRefreshToken(open, fresh, used, justNow, successorFresh).verdict())
                .isEqualTo(verdict);
    }
}
