package com.ecom.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.auth.Presented.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentedTests {

    @ParameterizedTest
    @CsvSource({
        // open, fresh, used, lost answer
        "true,  true,  false, false, EXCHANGE",
        "true,  false, true,  true,  EXCHANGE",
        "true,  false, true,  false, REVOKE",
        "true,  false, false, false, REFUSE",
        "false, true,  false, false, REFUSE",
        "false, false, true,  true,  REFUSE",
        "false, false, true,  false, REFUSE",
        "false, false, false, false, REFUSE"
    })
    void exchangesWhatIsFreshAndRevokesWhatComesTwice(
            boolean open, boolean fresh, boolean used, boolean lost, Verdict verdict) {
        assertThat(new Presented(open, fresh, used, lost).verdict()).isEqualTo(verdict);
    }
}
