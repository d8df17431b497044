package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** How images get what their JVMs learn: the parts of it, beside a stand-in for Docker that notes what it is asked for. */
class LearnedImagesTests {

    private static final Path COMPOSE = Checkout.find().root().resolve("ops/compose");
    private static final String CACHES_FOR_ALL = """
            for folder in ops/compose/learned/*; do echo learned > "$folder/service.aot"; done""";
    private static final String NONE_OF_ORDERS = CACHES_FOR_ALL + "; rm ops/compose/learned/order-service/service.aot";

    @TempDir
    Path checkout;

    @BeforeEach
    void copyTheScript() throws IOException {
        Files.createDirectories(checkout.resolve("ops/compose"));
        Files.copy(COMPOSE.resolve("learn"), checkout.resolve("ops/compose/learn"));
        Files.writeString(checkout.resolve(".env"), "ECOM_ADMIN_PASSWORD=of-the-admin\n");
        program("ecom", "echo \"ecom $* with $ECOM_ADMIN_PASSWORD\" >> asked");
    }

    @Test
    void everyServiceLearnsAndNothingElse() throws IOException {
        assertThat(learning().keySet()).containsExactlyInAnyOrderElementsOf(Names.SERVICES);
    }

    /** A cache counts only for the same program, started in the same way. */
    @Test
    void aServiceLearnsAsItIsStartedLater() throws IOException {
        var usual = entrypoint(Files.readString(Checkout.find().root().resolve("Dockerfile")));
        var learned = entrypoint(Files.readString(COMPOSE.resolve("learned.Dockerfile")));

        assertThat(without("-XX:AOTCache=", learned)).isEqualTo(usual);
        learning()
                .forEach((name, it) -> assertThat(without("-XX:AOTCacheOutput=", strings(it.get("entrypoint"))))
                        .as(name)
                        .isEqualTo(usual));
    }

    @Test
    void eachWritesToAFolderOfItsOwn() throws IOException {
        learning()
                .forEach((name, it) -> assertThat(strings(it.get("volumes")))
                        .containsExactly("./ops/compose/learned/%s:/learned".formatted(name)));
    }

    @Test
    void everyImageGetsItsCacheAfterShoppersHaveBought() throws Exception {
        docker(CACHES_FOR_ALL);

        assertThat(learn("--seconds", "5")).isZero();

        var asked = asked();
        assertThat(asked).contains("ecom warm --at http://127.0.0.1:8080 --seconds 5 with of-the-admin");
        assertThat(asked.stream().filter(it -> it.startsWith("docker build")))
                .hasSize(Names.SERVICES.size())
                .allSatisfy(it -> assertThat(Names.SERVICES)
                        .anyMatch(service -> it.contains("--tag ecom/%s ".formatted(service))
                                && it.endsWith("ops/compose/learned/" + service)));
        assertThat(indexOf(asked, " up ")).isLessThan(indexOf(asked, "ecom warm"));
        assertThat(indexOf(asked, "ecom warm")).isLessThan(indexOf(asked, " stop"));
        assertThat(indexOf(asked, " stop")).isLessThan(indexOf(asked, "docker build"));
        assertThat(asked.getLast()).endsWith("down --volumes");
    }

    @Test
    void aServiceThatLearnedNothingIsSaidAndItsContainersAreKept() throws Exception {
        docker(NONE_OF_ORDERS);

        assertThat(learn()).isNotZero();

        assertThat(asked()).noneMatch(it -> it.endsWith("down --volumes"));
    }

    /** @param whenStopped what the containers do as they end */
    private void docker(String whenStopped) throws IOException {
        program("bin/docker", """
                echo "docker $*" >> asked
                case "$*" in
                *"config --services") printf '%%s\\n' mysql %s ;;
                *" stop") %s ;;
                esac""".formatted(String.join(" ", Names.SERVICES), whenStopped));
    }

    private void program(String name, String script) throws IOException {
        var file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private int learn(String... options) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("bash", "ops/compose/learn"), Stream.of(options));
        var builder = new ProcessBuilder(command.toList())
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(checkout.resolve("output").toFile());
        builder.environment().merge("PATH", checkout.resolve("bin") + ":", (path, ours) -> ours + path);
        return builder.start().waitFor();
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(checkout.resolve("asked"));
    }

    private static int indexOf(List<String> asked, String what) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).contains(what)) {
                return i;
            }
        }
        throw new AssertionError(what + " is not among " + asked);
    }

    private static Map<String, Map<String, Object>> learning() throws IOException {
        Map<String, Map<String, Map<String, Object>>> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(COMPOSE.resolve("learn.yml")));
        return Objects.requireNonNull(document.get("services"));
    }

    private static List<String> entrypoint(String recipe) {
        var line = recipe.lines()
                .filter(it -> it.startsWith("ENTRYPOINT "))
                .findFirst()
                .orElseThrow();
        return List.of(JsonMapper.shared().readValue(line.substring("ENTRYPOINT ".length()), String[].class));
    }

    private static List<String> without(String option, List<String> command) {
        assertThat(command).anyMatch(it -> it.startsWith(option));
        return command.stream().filter(it -> !it.startsWith(option)).toList();
    }

    private static List<String> strings(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Object::toString).toList();
    }
}
