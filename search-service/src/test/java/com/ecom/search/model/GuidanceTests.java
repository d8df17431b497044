package com.ecom.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.search.model.SearchRule.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuidanceTests {

    private static final Instant NOW = Instant.parse("2026-01-15T10:15:30Z");

    @Test
    void phrasesAreComparedWholeWhateverTheirCaseWidthAndBlanks() {
        var rules = List.of(rule(Kind.PIN, List.of("Gift  Card"), List.of("p")));

        assertThat(of(rules, " gift\u3000CARD ").pinned()).containsExactly("p");
        assertThat(of(rules, "gift cards").pinned()).isEmpty();
    }

    @Test
    void synonymsStandInForWholeWordsOnly() {
        var rules = List.of(rule(Kind.SYNONYM, List.of("tv", "telly"), List.of()));

        assertThat(of(rules, "small tv").sameText()).containsExactly("small telly");
        assertThat(of(rules, "tvs").sameText()).isEmpty();
        assertThat(of(rules, "c++ $1").sameText()).isEmpty();
    }

    @Test
    void noNumberOfSynonymsMakesASearchMuchDearer() {
        var many = IntStream.range(0, 20).mapToObj(it -> "word" + it).toList();

        assertThat(of(List.of(rule(Kind.SYNONYM, many, List.of())), "word7").sameText())
                .hasSize(4);
    }

    @Test
    void aRuleHoldsFromItsFirstMomentToBeforeItsLast() {
        var rule = new SearchRule(Kind.PIN, List.of("a"), List.of("p"), null, NOW, NOW.plusSeconds(1));

        assertThat(Guidance.of(List.of(rule), "a", NOW.minusMillis(1)).pinned()).isEmpty();
        assertThat(Guidance.of(List.of(rule), "a", NOW).pinned()).containsExactly("p");
        assertThat(Guidance.of(List.of(rule), "a", NOW.plusSeconds(1)).pinned()).isEmpty();
    }

    private static Guidance of(List<SearchRule> rules, String text) {
        return Guidance.of(rules, text, NOW);
    }

    private static SearchRule rule(Kind kind, List<String> phrases, List<String> productIds) {
        return new SearchRule(kind, phrases, productIds, null, null, null);
    }
}
