package com.ecom.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionsTests {

    private final Completions completions =
            Completions.of(List.of("garden lamp", "lamp", "laptop sleeve", "café crème", "lamp shade"));

    @Test
    void theMostUsualComesFirstWhateverWordItIs() {
        assertThat(of("la")).containsExactly("garden lamp", "lamp", "laptop sleeve", "lamp shade");
        assertThat(completions.of("la", 2, _ -> true)).containsExactly("garden lamp", "lamp");
    }

    @Test
    void whatIsTypedAlreadyIsNotOffered() {
        assertThat(of("Lamp ")).containsExactly("garden lamp", "lamp shade");
    }

    @ParameterizedTest
    @CsvSource({"cafe c, café crème", "latpop, laptop sleeve", "lapto slev, laptop sleeve", "gaden, garden lamp"})
    void goesOnWithoutMarksAndDespiteMistakes(String typed, String offered) {
        assertThat(of(typed)).containsExactly(offered);
    }

    @ParameterizedTest
    @CsvSource({"lx", "xarden", "lptp sleve", "' '", "mp"})
    void offersNothingThatIsMeantByNobody(String typed) {
        assertThat(of(typed)).isEmpty();
    }

    @Test
    void passesOverWhatIsNotToBeOffered() {
        assertThat(completions.of("la", 2, it -> !it.equals("lamp"))).containsExactly("garden lamp", "laptop sleeve");
    }

    private List<String> of(String typed) {
        return completions.of(typed, 5, _ -> true);
    }
}
