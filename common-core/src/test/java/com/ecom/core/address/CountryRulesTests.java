package com.ecom.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryRulesTests {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void everyRuleIsForACountryAndAdmitsItsOwnExample() {
        assertThat(CountryRules.all()).isNotEmpty().allSatisfy((country, rules) -> {
            assertThat(Countries.havePostalCodes(country)).isTrue();
            assertThat(rules.postalCode())
                    .hasValueSatisfying(it -> assertThat(CountryRules.againstPostalCode(country, it.example()))
                            .isEmpty());
            assertThat(CountryRules.regionIn(country).stream()).allMatch(it -> it.matches(it.example()));
            assertThat(rules.taxId().stream())
                    .allMatch(it ->
                            CountryRules.againstTaxId(country, it.example()).isEmpty());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 10115,",
        "GB, sw1a1aa,",
        "GB, ' SW1A 1AA ',",
        "CA, k1a 0b1, ON",
        "US, 10001-1234, NY",
        "XK, whatever,",
        "XK, 10000, Some region",
        "HK,, "
    })
    void whatIsWrittenAsInTheCountryIsTaken(String country, @Nullable String postalCode, @Nullable String region) {
        assertThat(wrong(new Known(country, postalCode, region))).isEmpty();
        assertThat(wrong(new Sought(country, postalCode, region))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DE, 1011,, postalCode", "GB, 1,, postalCode", "US, 10001, New York, region", "US, 10001, ny, region"})
    void whatIsNotIsNamed(String country, String postalCode, @Nullable String region, String field) {
        assertThat(wrong(new Known(country, postalCode, region))).containsExactly(field);
        assertThat(wrong(new Sought(country, postalCode, region))).containsExactly(field);
    }

    @Test
    void aRegionIsNeededWhereTheCountryNeedsIt() {
        assertThat(wrong(new Known("US", "10001", " "))).containsExactly("region");
        assertThat(wrong(new Known("US", null, null))).containsExactlyInAnyOrder("region", "postalCode");
        assertThat(wrong(new Known("DE", "10115", null))).isEmpty();
    }

    @Test
    void nothingIsNeededBeforeTheAddressIsKnown() {
        assertThat(wrong(new Sought("US", null, null))).isEmpty();
        assertThat(wrong(new Sought("US", "", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DE, DE123456789, true",
        "DE, de 123 456 789, true",
        "DE, 123456789, false",
        "CH, CHE-123.456.789 MWST, true",
        "US, 12-3456789, true",
        "US, 12-345678, false",
        "XK, 811-234-567, true",
        "XK, ?, false"
    })
    void aTaxIdIsWrittenAsInTheCountryThatIsBilled(String country, String taxId, boolean isRight) {
        assertThat(wrong(new Business(taxId, country))).isEqualTo(isRight ? List.of() : List.of("taxId"));
        assertThat(wrong(new Business(null, country))).isEmpty();
    }

    private List<String> wrong(Object form) {
        return validator.validate(form).stream()
                .map(it -> it.getPropertyPath().toString())
                .toList();
    }

    @PostalAddress.Complete
    record Known(
            String country,
            @Nullable String postalCode,
            @Nullable String region) implements PostalAddress {}

    @PostalAddress.Plausible
    record Sought(
            String country,
            @Nullable String postalCode,
            @Nullable String region) implements PostalAddress {}

    @Taxpayer.Identified
    record Business(@Nullable String taxId, String taxCountry) implements Taxpayer {}
}
