package com.ecom.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

class CharactersTests {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void anEmojiIsOneCharacter() {
        assertThat(validator.validate(new Form("🦊".repeat(8)))).isEmpty();
        assertThat(validator.validate(new Form("🦊".repeat(10)))).isEmpty();
        assertThat(validator.validate(new Form("🦊".repeat(4)))).hasSize(1);
        assertThat(validator.validate(new Form("🦊".repeat(11))))
                .singleElement()
                .satisfies(it -> assertThat(it.getMessage()).isEqualTo("size must be between 8 and 10"));
    }

    record Form(@Characters(min = 8, max = 10) String text) {}
}
