package com.ecom.auth.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAdminTests {

    @Test
    void thereNeedNotBeOne() {
        assertThat(new FirstAdmin.Settings("", "").areAbsent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "boss@example.com, ''",
        "'', a long enough one",
        "boss@example.com, admin",
        "boss@example.com, aaaaaaaaaaaaaaa"
    })
    void refusesHalfAnAdminAndAWeakPassword(String email, String password) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FirstAdmin.Settings(email, password));
    }
}
