package com.ecom.auth.mailtokens;

import com.ecom.core.secrets.SecretSealer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Seals mailed tokens, so that events do not reveal them: only notification-service can open them. */
@Component
class MailTokenSealer {

    /** Its private key is public: for a developer's machine only. */
    private static final String FOR_DEVELOPMENT = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEsQb/5rX+4I5gfpRda2yFy6DcNI"
            + "QA3m1uK0emSWTsHPO0hzflBzeBIGuLXi1nN3nOPW0h8f1bOVaMMyEjqugOOQ==";

    private final SecretSealer sealer;

    /** @throws IllegalStateException if there is no key anywhere but on a developer's machine */
    MailTokenSealer(@Value("${ecom.auth.mail-key:}") String publicKey, Environment environment) {
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
