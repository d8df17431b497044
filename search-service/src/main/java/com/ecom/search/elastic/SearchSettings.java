package com.ecom.search.elastic;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param currency in which prices are compared unless a request names another
 * @param answersLive how old an answer may be; with the second until a change is found, less than two
 * @param prefix put before the name of every index, so that several shops (or test runs) share a cluster without meeting
 */
@Validated
@ConfigurationProperties("ecom.search")
public record SearchSettings(
        @DefaultValue("") @NotNull String prefix,

        @DefaultValue("USD") @NotNull @Pattern(regexp = "[A-Z]{3}")
        String currency,

        @DefaultValue("900ms") @NotNull Duration answersLive) {

    public String products() {
        return prefix + "products";
    }

    public String skus() {
        return prefix + "skus";
    }

    public String deadLetters() {
        return prefix + "dead-letters";
    }

    public String audit() {
        return prefix + "audit";
    }

    public String reindexes() {
        return prefix + "reindexes";
    }

    public String queries() {
        return prefix + "queries";
    }

    public String rules() {
        return prefix + "rules";
    }
}
