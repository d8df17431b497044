package com.ecom.core.address;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an e-mail address in the form in which it is kept and mailed; what is none stays as it was typed. */
public class AsReached extends ValueDeserializer<String> {

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        var typed = context.readValue(json, String.class);
        return typed == null ? null : EmailAddresses.reachable(typed).orElse(typed);
    }
}
