package com.ecom.auth.mailtokens;

import com.ecom.auth.secrets.Secret;
import java.time.Duration;

/** Proves that its bearer reads an account's mail: for one purpose, once, and for a short time. */
public record MailToken(String value) {

    static MailToken fresh() {
        return new MailToken(Secret.fresh());
    }

    String hash() {
        return Secret.hashOf(value);
    }

    @Override
    public String toString() {
        return "MailToken[…]";
    }

    /** The lives are those of OWASP ASVS 5.0, 6.5.5: what resets a password ends within ten minutes. */
    public enum Purpose {
        VERIFY_EMAIL(Duration.ofHours(24)),
        RESET_PASSWORD(Duration.ofMinutes(10));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }
    }
}
