package com.ecom.core.web;

import com.ecom.core.address.EmailAddress;
import com.ecom.core.address.EmailAddresses;
import com.ecom.core.text.Characters;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.core.MethodParameter;

/** Says in the API documents what our own constraints ask for. */
class DocumentedConstraints implements PropertyCustomizer, ParameterCustomizer {

    @Override
    @SuppressWarnings("rawtypes") // As springdoc has it.
    public @Nullable Schema customize(@Nullable Schema property, AnnotatedType type) {
        if (property != null && type.getCtxAnnotations() != null) {
            describe(property, type.getCtxAnnotations());
        }
        return property;
    }

    @Override
    public @Nullable Parameter customize(@Nullable Parameter parameter, MethodParameter declared) {
        if (parameter != null && parameter.getSchema() != null) {
            describe(parameter.getSchema(), declared.getParameterAnnotations());
        }
        return parameter;
    }

    private static void describe(Schema<?> schema, Annotation[] annotations) {
        for (var annotation : annotations) {
            switch (annotation) {
                case EmailAddress _ -> schema.format("email").maxLength(EmailAddresses.LONGEST);
                case Characters it -> schema.minLength(it.min()).maxLength(it.max());
                default -> {}
            }
        }
    }
}
