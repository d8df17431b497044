package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTests {

    @Test
    void isKnownAgainFromItsCursor() {
        var cursor = Shown.in(null).cursorAfter(List.of("p-1", "p-2")).orElseThrow();
        var next = Shown.in(cursor).cursorAfter(List.of("p-3")).orElseThrow();

        assertThat(Shown.in(next).count()).isEqualTo(3);
        assertThat(List.of("p-1", "p-2", "p-3")).allMatch(Shown.in(next)::contains);
        assertThat(Shown.in(next).contains("p-4")).isFalse();
    }

    @Test
    void fitsIntoAnAddressAndEndsThere() {
        var most = ids(Shown.MOST);

        assertThat(Shown.in(null).cursorAfter(most).orElseThrow()).hasSizeLessThanOrEqualTo(2_500);
        assertThat(Shown.in(null).cursorAfter(ids(Shown.MOST + 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "UFJJQ0UKMQpw", "Uw", "UwAA", "AAAAAAA"})
    void isNothingForWhatIsNoCursorOfOurs(String cursor) {
        assertThat(Shown.in(cursor).count()).isZero();
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(it -> "p-" + it).toList();
    }
}
