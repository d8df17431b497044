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

/** Where a parcel goes. Forms that are one say so and are {@link Complete}. */
public interface PostalAddress {

    @Nullable
    String postalCode();

    @Nullable
    String country();

    /** There is a postal code wherever the country has them; elsewhere there may be one or none. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = WithPostalCode.class)
    @interface Complete {

        String message() default "must not be blank in this country";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    class WithPostalCode implements ConstraintValidator<Complete, PostalAddress> {

        @Override
        public boolean isValid(@Nullable PostalAddress address, ConstraintValidatorContext context) {
            if (address == null || address.country() == null || !isMissing(address)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("postalCode")
                    .addConstraintViolation();
            return false;
        }

        private static boolean isMissing(PostalAddress it) {
            var country = it.country();
            var code = it.postalCode();
            return country != null && Countries.havePostalCodes(country) && (code == null || code.isBlank());
        }
    }
}
