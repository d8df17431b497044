package com.ecom.auth;

import com.ecom.core.secrets.SecretSealer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Seals what mails bring, so that neither events nor whoever looks at them tell it: only notification-service opens it. */
@Component
class MailKey {

    /** Everybody knows its other half: for a developer's machine only. */
    private static final String FOR_DEVELOPMENT = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEsQb/5rX+4I5gfpRda2yFy6DcNI"
            + "QA3m1uK0emSWTsHPO0hzflBzeBIGuLXi1nN3nOPW0h8f1bOVaMMyEjqugOOQ==";

    private final SecretSealer sealer;

    /** @throws IllegalStateException if there is no key anywhere but on a developer's machine */
    MailKey(@Value("${ecom.auth.mail-key:}") String publicKey, Environment environment) {
        if (publicKey.isBlank() && !environment.acceptsProfiles(Profiles.of("dev"))) {
            throw new IllegalStateException(
                    "ecom.auth.mail-key is missing: only under the profile dev is there a default");
        }
        sealer = new SecretSealer(publicKey.isBlank() ? FOR_DEVELOPMENT : publicKey);
    }

    String seal(String secret) {
        return sealer.seal(secret);
    }
}
