package com.ecom.user.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.user.model.UserRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedVersionTests {

    @Test
    void acceptsTheVersionThatThereIs() {
        assertThatCode(() -> ExpectedVersion.ofIfMatch("\"7\"").requireCurrent(7))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"8\"", "7", "W/\"7\"", "*", "\"7\",\"8\"", "\"\""})
    void refusesEveryOther(String ifMatch) {
        assertThatExceptionOfType(UserRefusal.VersionStale.class)
                .isThrownBy(() -> ExpectedVersion.ofIfMatch(ifMatch).requireCurrent(7));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void refusesAMissingVersion(String ifMatch) {
        assertThatExceptionOfType(UserRefusal.VersionMissing.class)
                .isThrownBy(() -> ExpectedVersion.ofIfMatch(ifMatch));
    }
}
