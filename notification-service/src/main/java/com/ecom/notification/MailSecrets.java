package com.ecom.notification;

import com.ecom.core.secrets.SecretOpener;
import com.ecom.notification.Templates.Mail;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Writes the tokens of secret mails into them, at the moment of sending and never before: auth-service seals them for us,
 * and so they are kept.
 */
@Component
class MailSecrets {

    /** Where the token will stand in a mail that is kept. */
    static final String TOKEN_PLACEHOLDER = "{token}";

    /** A public secret, for a developer's machine only; auth-service has the other half. */
    private static final String FOR_DEVELOPMENT =
            "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQglTjLqwyy2Y4E6FamsLuxYNeI0uTYyqOmlmisOihfTgWh"
                    + "RANCAASxBv/mtf7gjmB+lF1rbIXLoNw0hADebW4rR6ZJZOwc87SHN+UHN4Ega4teLWc3ec49bSHx/Vs5VowzISOq6A45";

    private final SecretOpener opener;

    /** @throws IllegalStateException if there is no key anywhere but on a developer's machine */
    MailSecrets(MailSettings settings, Environment environment) {
        this.opener = new SecretOpener(keys(settings.mailKeys(), environment));
    }

    private static List<String> keys(List<String> configured, Environment environment) {
        if (!configured.isEmpty()) {
            return configured;
        }
        if (!environment.acceptsProfiles(Profiles.of("dev"))) {
            throw new IllegalStateException(
                    "ecom.notifications.mail-keys is missing: only under the profile dev is there a default");
        }
        return List.of(FOR_DEVELOPMENT);
    }

    /** @throws IllegalStateException if the token was sealed for another key than ours, which an operator can fix */
    String bodyOf(Mail mail) {
        var sealed = mail.sealedToken();
        return sealed == null ? mail.body() : mail.body().replace(TOKEN_PLACEHOLDER, tokenIn(sealed));
    }

    /** Tokens from before they were sealed have no dots. */
    private String tokenIn(String sealed) {
        return sealed.contains(".") ? opener.open(sealed) : sealed;
    }
}
