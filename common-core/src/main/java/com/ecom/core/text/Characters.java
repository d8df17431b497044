package com.ecom.core.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * How many characters a text has: code points, as JSON Schema and MySQL count them, and not the units of which
 * {@code String.length()} needs two for an emoji.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Characters.Counted.class)
public @interface Characters {

    int min() default 0;

    int max() default Integer.MAX_VALUE;

    String message() default "size must be between {min} and {max}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Counted implements ConstraintValidator<Characters, CharSequence> {

        private int min;
        private int max;

        @Override
        public void initialize(Characters bounds) {
            min = bounds.min();
            max = bounds.max();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            var characters = Character.codePointCount(text, 0, text.length());
            return min <= characters && characters <= max;
        }
    }
}
