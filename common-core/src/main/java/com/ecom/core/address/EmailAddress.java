package com.ecom.core.address;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** An e-mail address by the rule of {@link EmailAddresses}, in the form in which it is kept and mailed. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EmailAddress.Reachable.class)
@JacksonAnnotationsInside
@JsonDeserialize(using = AsReached.class)
public @interface EmailAddress {

    String message() default
            "must be an e-mail address with ASCII letters, digits and signs before the @ and the name of a domain behind it";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Reachable implements ConstraintValidator<EmailAddress, String> {

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || EmailAddresses.reachable(address).isPresent();
        }
    }
}
