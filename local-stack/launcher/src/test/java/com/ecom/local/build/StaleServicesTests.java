package com.ecom.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleServicesTests {

    private static final List<String> SERVICES = List.of("cart-service", "order-service");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @BeforeEach
    void buildEverything() throws IOException {
        touch("pom.xml");
        touch("common-core/src/main/java/Outbox.java");
        touch("contracts/src/main/resources/order.json");
        for (var service : SERVICES) {
            touch(service + "/pom.xml");
            touch(service + "/src/main/java/Application.java");
            touch(service + "/target/" + service + "-1.0.0-SNAPSHOT.jar");
        }
        awaitAnotherTime();
    }

    @Test
    void whatWasBuiltAfterItsLastChangeIsCurrent() throws IOException {
        assertThat(stale()).isEmpty();
    }

    @Test
    void aChangeIsNoticedInItsServiceOnly() throws IOException {
        touch("order-service/src/main/java/Application.java");
        assertThat(stale()).containsExactly("order-service");
    }

    @Test
    void aDeletedSourceIsAChange() throws IOException {
        Files.delete(root.resolve("cart-service/src/main/java/Application.java"));
        assertThat(stale()).containsExactly("cart-service");
    }

    @Test
    void whatEveryServiceIsBuiltOnConcernsAll() throws IOException {
        touch("common-core/src/main/java/Outbox.java");
        assertThat(stale()).containsExactlyElementsOf(SERVICES);
    }

    @Test
    void theProofsAreBuiltAgainWhenOneThatTheyConsistOfChanges() throws IOException {
        touch("proofs/saga/src/main/java/Rules.java");
        touch("proofs/cli/src/main/java/Prove.java");
        awaitAnotherTime();
        touch("proofs/cli/target/proofs-cli-1.0.0-SNAPSHOT.jar");
        assertThat(stale("proofs/cli")).isEmpty();

        awaitAnotherTime();
        touch("proofs/saga/src/main/java/Rules.java");
        assertThat(stale("proofs/cli")).containsExactly("proofs/cli");
    }

    @Test
    void whatWasNeverBuiltIsStale() throws IOException {
        Files.delete(root.resolve("cart-service/target/cart-service-1.0.0-SNAPSHOT.jar"));
        assertThat(stale()).containsExactly("cart-service");
    }

    @Test
    void theTimeThatAReproducibleBuildWritesDoesNotCount() throws IOException {
        var jar = root.resolve("cart-service/target/cart-service-1.0.0-SNAPSHOT.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(stale()).isEmpty();
    }

    /** The clock of a file system ticks slowly. */
    private void awaitAnotherTime() throws IOException {
        var now = FileStamp.of(touch("now"));
        await().until(() -> FileStamp.of(touch("later")).isAfter(now));
    }

    private List<String> stale() throws IOException {
        return stale(SERVICES.toArray(String[]::new));
    }

    private List<String> stale(String... modules) throws IOException {
        return new StaleServices(new Checkout(root)).among(List.of(modules));
    }

    private Path touch(String file) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, Instant.now().toString());
    }
}
