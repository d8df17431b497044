package com.ecom.auth.google;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Without a client there is no signing in with Google.
 *
 * @param issuer where discovery begins, and the only {@code iss} that is believed
 * @param redirectUri the storefront's page that people come back to, exactly as registered with Google
 */
@ConfigurationProperties("ecom.auth.google")
record GoogleProperties(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("https://accounts.google.com") URI issuer,
        @DefaultValue("") String redirectUri) {

    GoogleProperties {
        if (clientId.isBlank() != clientSecret.isBlank() || clientId.isBlank() != redirectUri.isBlank()) {
            throw new IllegalArgumentException(
                    "ecom.auth.google.client-id, client-secret and redirect-uri go together");
        }
    }

    boolean isNotConfigured() {
        return clientId.isBlank();
    }

    @Override
    public String toString() {
        return "GoogleProperties[%s]".formatted(clientId);
    }
}
