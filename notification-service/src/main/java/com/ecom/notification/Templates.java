package com.ecom.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills templates in. They are compiled at start-up, all in every language, so that no broken or missing one
 * waits for its first customer.
 */
@Component
class Templates {

    private final Map<Language, Map<Template, com.samskivert.mustache.Template>> compiled =
            new EnumMap<>(Language.class);

    Templates() {
        // The mails are plain text: there is nothing to escape, but line breaks must not reach the subject.
        var compiler = Mustache.compiler().escapeHTML(false).nullValue("").emptyStringIsFalse(true);
        for (var language : Language.values()) {
            var mails = new EnumMap<Template, com.samskivert.mustache.Template>(Template.class);
            for (var template : Template.values()) {
                mails.put(template, compiler.compile(read(language, template)));
            }
            compiled.put(language, mails);
        }
    }

    Mail fill(Language language, Template template, Map<String, ?> values) {
        var text = Objects.requireNonNull(
                        Objects.requireNonNull(compiled.get(language)).get(template))
                .execute(values);
        var endOfSubject = text.indexOf('\n');
        return new Mail(text.substring(0, endOfSubject).strip(), text.substring(endOfSubject + 1));
    }

    private static String read(Language language, Template template) {
        var file = "mails/%s/%s.txt"
                .formatted(
                        language.folder(),
                        template.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        try {
            return new ClassPathResource(file).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param sealedToken what is written instead of {@link MailSecrets#TOKEN_PLACEHOLDER}, at last */
    record Mail(String subject, String body, @Nullable String sealedToken) {

        Mail(String subject, String body) {
            this(subject, body, null);
        }

        Mail withSealedToken(String sealedToken) {
            return new Mail(subject, body, sealedToken);
        }
    }
}
