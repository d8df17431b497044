package com.ecom.user;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTests {

    @Test
    void acceptsTheVersionThatThereIs() {
        assertThatCode(() -> Version.seen("\"7\"").mustBe(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"8\"", "7", "W/\"7\"", "*", "\"7\",\"8\"", "\"\""})
    void refusesEveryOther(String ifMatch) {
        assertThatExceptionOfType(UserRefusal.VersionStale.class)
                .isThrownBy(() -> Version.seen(ifMatch).mustBe(7));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void refusesWhoeverDoesNotSay(String ifMatch) {
        assertThatExceptionOfType(UserRefusal.VersionMissing.class).isThrownBy(() -> Version.seen(ifMatch));
    }
}
