package com.ecom.proof.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** {@code docs/problems.md} against what the services can say. */
class ProblemsDocumentTests {

    private static final Path ROOT = Checkout.find().root();
    private static final Pattern REFUSES = Pattern.compile(
            "ProblemDetail|Problems\\.problem|new Refused\\(|new Unavailable\\(|refuse\\(|OAuthError\\(");
    private static final Pattern CODE = Pattern.compile("\"([A-Z]{2,}(_[A-Z0-9]+)+|FORBIDDEN|UNAVAILABLE|BUSY)\"");
    private static final Pattern OAUTH = Pattern.compile("OAuthError\\(\\s*\"([a-z_]+)\"");

    @Test
    void explainsEveryCodeThatIsAnsweredAndNoOther() throws IOException {
        var explained = new TreeSet<>(ExplainedCodes.read());
        var answered = codesInTheServices();

        assertThat(explained).containsAll(answered);
        // What has no code of its own is called like its status.
        explained.removeAll(Arrays.stream(HttpStatus.values()).map(Enum::name).collect(Collectors.toSet()));
        assertThat(answered).containsAll(explained);
    }

    private static Set<String> codesInTheServices() throws IOException {
        var codes = new TreeSet<String>();
        for (var module :
                Stream.concat(Names.SERVICES.stream(), Stream.of("common-core")).toList()) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(it -> it.toString().endsWith(".java"))
                        .map(ProblemsDocumentTests::read)
                        .filter(it -> REFUSES.matcher(it).find() || it.contains("\"NO_SUCH_"))
                        .forEach(it -> {
                            CODE.matcher(it).results().forEach(found -> codes.add(found.group(1)));
                            OAUTH.matcher(it)
                                    .results()
                                    .forEach(found -> codes.add(found.group(1).toUpperCase(Locale.ROOT)));
                        });
            }
        }
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
