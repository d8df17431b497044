package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of the containers without a container engine. */
class ChosenServersTests {

    @Test
    void theBuildSaysWhichServersAndNothingElseWill() {
        assertThat(ChosenServers.by("local")).isInstanceOf(LocalTestServers.class);
        assertThat(ChosenServers.by("containers")).isInstanceOf(ContainerServers.class);
        assertThatIllegalStateException().isThrownBy(() -> ChosenServers.by("container"));
    }

    @Test
    void theImagesAreThoseOfTheComposeFile() throws IOException {
        var services = services();
        var images = new TreeMap<String, String>();
        ContainerServers.IMAGES
                .keySet()
                .forEach(it -> images.put(it, services.path(it).path("image").asString("")));

        assertThat(ContainerServers.IMAGES).isEqualTo(images);
        assertThat(images.keySet())
                .allSatisfy(it ->
                        assertThat(ContainerServers.image(it).getVersionPart()).isNotEqualTo("latest"));
    }

    @Test
    void mysqlIsToldWhatTheComposeFileTellsIt() throws IOException {
        assertThat(ContainerServers.MYSQL_COMMAND)
                .containsExactlyElementsOf(services()
                        .at("/mysql/command")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private static JsonNode services() throws IOException {
        var compose = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("..", "docker-compose.yml")));
        return JsonMapper.shared().valueToTree(compose).path("services");
    }
}
