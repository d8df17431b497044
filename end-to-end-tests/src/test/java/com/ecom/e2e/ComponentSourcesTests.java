package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lombok writes what is ceremony in Spring components; {@code lombok.config} keeps everything else of it out. */
class ComponentSourcesTests {

    private static final Pattern COMPONENT = Pattern.compile(
            "^@(Component|Service|Repository|(Rest)?Controller(Advice)?|(Auto)?Configuration)\\b", Pattern.MULTILINE);
    private static final Pattern CONSTRUCTOR_THAT_ONLY_ASSIGNS = Pattern.compile(
            "\\n    (public |protected )?[A-Z]\\w*\\([^{}]+\\) \\{\\n(        this\\.(\\w+) = \\3;\\n)+    \\}\\n");
    private static final Pattern LOGGER_BY_HAND = Pattern.compile("LoggerFactory\\.getLogger\\(\\w+\\.class\\)");
    private static final Pattern OF_A_SERVICE = Pattern.compile("(\\w+-service|api-gateway|common-core)/.*");

    private static Map<Path, String> sources;

    @BeforeAll
    static void read() {
        sources = MainSources.read();
        sources.keySet().removeIf(it -> !OF_A_SERVICE.matcher(it.toString()).matches());
        assertThat(sources.values().stream().filter(COMPONENT.asPredicate())).hasSizeGreaterThan(250);
    }

    @Test
    void noComponentWritesAConstructorThatOnlyAssigns() {
        assertThat(sources)
                .allSatisfy((file, text) -> assertThat(COMPONENT.matcher(text).find()
                                && CONSTRUCTOR_THAT_ONLY_ASSIGNS.matcher(text).find())
                        .as(file.toString())
                        .isFalse());
    }

    @Test
    void noServiceDeclaresItsLoggersByHand() {
        assertThat(sources)
                .allSatisfy((file, text) -> assertThat(text).as(file.toString()).doesNotContainPattern(LOGGER_BY_HAND));
    }
}
