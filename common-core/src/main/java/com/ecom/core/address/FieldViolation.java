package com.ecom.core.address;

import jakarta.validation.ConstraintValidatorContext;

/** Names the field that a rule about several fields is broken in. */
final class FieldViolation {

    private FieldViolation() {}

    static void add(ConstraintValidatorContext context, String field, String message) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message)
                .addPropertyNode(field)
                .addConstraintViolation();
    }

    static String notLike(Notation notation) {
        return "must be written like " + notation.example();
    }
}
