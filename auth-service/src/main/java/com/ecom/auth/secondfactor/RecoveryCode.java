package com.ecom.auth.secondfactor;

import com.ecom.auth.secrets.Secret;
import java.util.Locale;

/** Takes the place of a second factor that was lost, once. */
record RecoveryCode(String value) {

    static final String FORM = "[A-Za-z2-7]{4}(-?[A-Za-z2-7]{4}){3,5}";

    private static final int BYTES = 15;

    /**
     * 120 random bits, in six groups of four characters: so many that a plain hash of it gives nothing away (OWASP ASVS 5.0,
     * 6.5.2). Codes from before had four groups and stay good.
     */
    static RecoveryCode fresh() {
        var text = Base32.encode(Secret.bytes(BYTES)).toLowerCase(Locale.ROOT);
        return new RecoveryCode(text.replaceAll("(.{4})(?!$)", "$1-"));
    }

    /** The same however it is written. */
    String hash() {
        return Secret.hashOf(value.replace("-", "").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
