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

/** Who is billed. A business may have a tax id, such as a VAT number. */
public interface Taxpayer {

    @Nullable
    String taxId();

    /** By whose rules the tax id is written. */
    @Nullable
    String taxCountry();

    /** The tax id, if there is one, is written as in the country; whether it was ever given to anybody is not asked. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = WithPlausibleTaxId.class)
    @interface Identified {

        String message() default "must be written as in the country that is billed";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    class WithPlausibleTaxId implements ConstraintValidator<Identified, Taxpayer> {

        @Override
        public boolean isValid(@Nullable Taxpayer payer, ConstraintValidatorContext context) {
            var taxId = payer == null ? null : payer.taxId();
            var country = payer == null ? null : payer.taxCountry();
            if (taxId == null || country == null) {
                return true;
            }
            var against = CountryRules.againstTaxId(country, taxId);
            against.ifPresent(it -> FieldViolation.add(context, "taxId", FieldViolation.notLike(it)));
            return against.isEmpty();
        }
    }
}
