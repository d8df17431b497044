package com.ecom.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTests {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(strings = {"DE", "US", "GB", "HK", "XK"})
    void parcelsGoToCountries(String code) {
        assertThat(Countries.contain(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "UK", "EU", "de", "", "D", "DEU"})
    void parcelsGoNowhereElse(String code) {
        assertThat(Countries.contain(code)).isFalse();
        assertThat(validator.validate(new Form("1", code))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HK", "AE", "QA", "PA"})
    void whoLivesWhereThereAreNoPostalCodesNeedsNone(String country) {
        assertThat(validator.validate(new Form(null, country))).isEmpty();
        assertThat(validator.validate(new Form("0000", country))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "GB", "XK", "SG"})
    void elsewhereTheFieldThatIsMissingIsNamed(String country) {
        for (var blank : new String[] {null, "", " "}) {
            assertThat(validator.validate(new Form(blank, country)))
                    .extracting(it -> it.getPropertyPath().toString())
                    .containsExactly("postalCode");
        }
    }

    @Test
    void everyCountryWithoutPostalCodesIsOne() {
        assertThat(Countries.codes())
                .filteredOn(it -> !Countries.havePostalCodes(it))
                .hasSize(73);
    }

    @PostalAddress.Complete
    record Form(@Nullable String postalCode, @Country String country) implements PostalAddress {

        @Override
        public @Nullable String region() {
            return null;
        }
    }
}
