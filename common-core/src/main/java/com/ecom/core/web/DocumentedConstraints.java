package com.ecom.core.web;

import com.ecom.core.address.EmailAddress;
import com.ecom.core.address.EmailAddresses;
import com.ecom.core.text.Characters;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.PropertyCustomizer;

/** Says in the API documents what our own constraints ask for. */
class DocumentedConstraints implements PropertyCustomizer {

    @Override
    @SuppressWarnings("rawtypes") // As springdoc has it.
    public @Nullable Schema customize(@Nullable Schema property, AnnotatedType type) {
        if (property == null || type.getCtxAnnotations() == null) {
            return property;
        }
        for (var annotation : type.getCtxAnnotations()) {
            switch (annotation) {
                case EmailAddress _ -> property.format("email").maxLength(EmailAddresses.LONGEST);
                case Characters it -> property.minLength(it.min()).maxLength(it.max());
                default -> {}
            }
        }
        return property;
    }
}
