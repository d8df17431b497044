package com.ecom.core.address;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Where a parcel goes, or a bill. Forms that are one say so and are {@link Complete}, or {@link Plausible} before it is known. */
public interface PostalAddress {

    @Nullable
    String postalCode();

    /** State, province or territory. */
    @Nullable
    String region();

    @Nullable
    String country();

    /** What the form calls the region. */
    default String regionField() {
        return "region";
    }

    /** There is a postal code wherever the country has them and a region where it needs one, and both are written as there. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = NothingMissing.class)
    @interface Complete {

        String message() default "must not be blank in this country";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** What there is of it is written as in the country; nothing is needed. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = NothingWrong.class)
    @interface Plausible {

        String message() default "must be written as in this country";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    class NothingMissing implements ConstraintValidator<Complete, PostalAddress> {

        @Override
        public boolean isValid(@Nullable PostalAddress address, ConstraintValidatorContext context) {
            return AddressViolations.none(address, true, context);
        }
    }

    class NothingWrong implements ConstraintValidator<Plausible, PostalAddress> {

        @Override
        public boolean isValid(@Nullable PostalAddress address, ConstraintValidatorContext context) {
            return AddressViolations.none(address, false, context);
        }
    }
}
