package com.ecom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {

    @ParameterizedTest
    @CsvSource({
        "order, order-service",
        "order-service, order-service",
        "gateway, api-gateway",
        "payment, payment-service",
        "payment-provider, payment-provider",
        "mysql, mysql"
    })
    void understandsWhatPeopleType(String typed, String meant) {
        assertThat(Names.find(typed)).isEqualTo(meant);
    }

    @Test
    void saysWhatThereIsWhenItDoesNotUnderstand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Names.find("orders"))
                .withMessageContaining("order-service");
    }
}
