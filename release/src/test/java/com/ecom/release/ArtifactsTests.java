package com.ecom.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTests {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private Artifacts release;

    @BeforeEach
    void isBuilt() throws IOException {
        var checkout = new Checkout(root.resolve("checkout"));
        for (var service : Names.SERVICES) {
            write(checkout.serviceJar(service), "the archive of " + service);
        }
        write(checkout.root().resolve("target/bom.json"), "{\"components\":[{\"name\":\"spring-core\"}]}");
        release = new Artifacts(root.resolve("1.2.3"));
        release.collect(checkout, new Provenance("1.2.3", COMMIT, Instant.EPOCH, Instant.EPOCH.plusSeconds(60)));
    }

    @Test
    void sumsAndProvenanceNameEveryFileAndTheCommit() throws IOException {
        assertThat(release.whyNot()).isEmpty();
        var provenance = new ObjectMapper()
                .readTree(release.folder().resolve("provenance.json").toFile());
        assertThat(provenance.path("subject")).hasSize(Names.SERVICES.size() + 1);
        assertThat(provenance
                        .at("/predicate/buildDefinition/resolvedDependencies/0/digest/gitCommit")
                        .asText())
                .isEqualTo(COMMIT);
        assertThat(Files.readAllLines(release.folder().resolve("SHA256SUMS")))
                .hasSize(Names.SERVICES.size() + 1)
                .allMatch(it -> it.matches("[0-9a-f]{64} {2}\\S+"));
    }

    @Test
    void whatChangedAfterwardsMustNotGoOut() throws IOException {
        var archive = release.folder().resolve("order-service.jar");
        write(archive, "something else");
        assertThat(release.whyNot()).containsExactly("order-service.jar is not what SHA256SUMS says");

        Sha256.write(release.folder().resolve("SHA256SUMS"), Map.of("order-service.jar", Sha256.of(archive)));
        assertThat(release.whyNot()).contains("provenance.json speaks of other files than SHA256SUMS");
    }

    @Test
    void whatIsMissingMustNotGoOut() throws IOException {
        Files.delete(release.folder().resolve("cart-service.jar"));
        Files.delete(release.folder().resolve("bom.json"));
        assertThat(release.whyNot()).containsExactly("cart-service.jar is missing", "bom.json is missing");

        assertThat(new Artifacts(root.resolve("9.9.9")).whyNot()).hasSize(1);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
