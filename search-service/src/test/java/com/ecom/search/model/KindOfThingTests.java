package com.ecom.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindOfThingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Leather laptop sleeve for travellers | | sleeve",
                "Movemo MO-1007 13-inch laptop, silver | MO-1007 | laptop",
                "Movemo MO-1007 standing desk, oak | MO-1007 | desk",
                "Movemo XR5 notebook case 40 cm (16\") Black | XR5 | case",
                "Movemo JetPrint 5530 2400 x 4800 DPI Flatbed scanner Gray | 5530 | scanner",
                "Movemo 22\" class digital TV LCD TV | 22PX | TV",
                "Black small backpack rain cover (LI-3814) | LI-3814 | cover",
                "Stoneware Mug, Speckled White | Tavern | Mug",
                "Movemo Keyed Laptop Lock | Keyed Laptop Lock | Lock",
                "Cable with two plugs, 2 m | | Cable"
            })
    void isWhatTheTitleNamesAndNotWhatItGoesWith(String title, String model, String head) {
        assertThat(KindOfThing.of(title, "Movemo", model, null).map(KindOfThing::head))
                .contains(head);
    }

    @Test
    void isLookedForInTheDescriptionOnlyIfTheTitleSaysNothing() {
        assertThat(KindOfThing.of("Movemo 20110720", "Movemo", "20110720", "Axle mount bracket for carriers")
                        .map(KindOfThing::head))
                .contains("bracket");
        assertThat(KindOfThing.of("Movemo 20110720", "Movemo", "20110720", null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"laptop bag, bag", "case for laptop, case", "hdmi cable 2 m, cable", "iphone 7, iphone", "red mug, mug"
    })
    void isWhatAQueryAsksFor(String query, String head) {
        assertThat(KindOfThing.askedFor(query).map(KindOfThing::head)).contains(head);
    }

    @ParameterizedTest
    @CsvSource({"128 GB", "'   '", "HL-2130", "black"})
    void isNothingWhereNothingIsNamed(String query) {
        assertThat(KindOfThing.askedFor(query)).isEmpty();
    }
}
