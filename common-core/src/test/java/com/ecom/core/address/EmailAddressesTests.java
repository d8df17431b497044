package com.ecom.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EmailAddressesTests {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com",
        "'  ada@example.com\t', ada@example.com",
        "Ada.L+shop@EXAMPLE.com, Ada.L+shop@example.com",
        "ada@müller.example, ada@xn--mller-kva.example",
        "ada@MÜLLER.example, ada@xn--mller-kva.example",
        "ada@例え.テスト, ada@xn--r8jz45g.xn--zckzah",
        "o'brien@sub.example.co.uk, o'brien@sub.example.co.uk",
    })
    void anAddressIsMailedWhereItWasTyped(String typed, String kept) {
        assertThat(EmailAddresses.reachable(typed)).contains(kept);
        assertThat(EmailAddresses.reachable(kept)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maric-š@example.com",
                "č@example.com",
                "łukasz@example.com",
                "用户@example.com",
                "ada@faß.de",
                "ada@βόλος.gr",
                "ada",
                "@example.com",
                "ada@",
                "a@b",
                "a@localhost",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "a@[IPv6:::1]",
                "a@-example.com",
                "a@example-.com",
                "a@exam_ple.com",
                "a@example..com",
                "a@example.com.",
                ".a@example.com",
                "a..b@example.com",
                "a.@example.com",
                "a b@example.com",
                "\"a b\"@example.com",
                "a@b@example.com",
                "a,b@example.com",
                "Ada <ada@example.com>",
                "a@example.com\r\nBcc: b@example.com",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.com",
            })
    void whatNotEverybodyCanReachIsRefused(String typed) {
        assertThat(EmailAddresses.reachable(typed)).isEmpty();
    }

    @Test
    void aFormKeepsAnAddressAsItIsMailedAndSaysWhichOnesItRefuses() {
        var json = JsonMapper.shared();
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            var validator = validation.getValidator();

            var good = json.readValue("{\"email\":\" ada@müller.example \"}", Form.class);
            assertThat(good.email).isEqualTo("ada@xn--mller-kva.example");
            assertThat(validator.validate(good)).isEmpty();

            var bad = json.readValue("{\"email\":\"maric-š@example.com\"}", Form.class);
            assertThat(bad.email).isEqualTo("maric-š@example.com");
            assertThat(validator.validate(bad))
                    .singleElement()
                    .satisfies(it -> assertThat(it.getMessage()).contains("ASCII"));

            assertThat(validator.validate(json.readValue("{\"email\":null}", Form.class)))
                    .isEmpty();
        }
    }

    record Form(@Nullable @EmailAddress String email) {}
}
