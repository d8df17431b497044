package com.ecom.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.build.Storefront.Outcome;
import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorefrontTests {

    private static final Path OURS = Checkout.find().storefront();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @SuppressWarnings("NullAway.Init")
    Storefront storefront;

    @BeforeEach
    void writeTheSources() throws IOException {
        write("ecom-storefront/src/page.tsx");
        write("contracts/openapi/cart-service.json");
        storefront = new Storefront(new Checkout(root));
    }

    @Test
    void whatWasNeverBuiltIsStale() throws IOException {
        assertThat(storefront.isStale()).isTrue();
    }

    @Test
    void whatWasBuiltAfterAllItsSourcesIsNot() throws IOException {
        build();

        assertThat(storefront.isStale()).isFalse();
    }

    @Test
    void aChangedPageMakesItStale() throws IOException {
        build();
        later("ecom-storefront/src/page.tsx");

        assertThat(storefront.isStale()).isTrue();
    }

    @Test
    void aChangedContractMakesItStale() throws IOException {
        build();
        later("contracts/openapi/cart-service.json");

        assertThat(storefront.isStale()).isTrue();
    }

    @Test
    void aDeletedPageMakesItStale() throws IOException {
        write("ecom-storefront/src/old.tsx");
        build();
        waitForTheClock();
        Files.delete(root.resolve("ecom-storefront/src/old.tsx"));

        assertThat(storefront.isStale()).isTrue();
    }

    @Test
    void whatIsMadeOrBroughtByTheBuildDoesNot() throws IOException {
        write("ecom-storefront/src/api/generated/cart.ts");
        build();
        later("ecom-storefront/node_modules/next/package.json");
        later("ecom-storefront/src/api/generated/cart.ts");
        later("ecom-storefront/target/surefire-reports/TEST-storefront.xml");

        assertThat(storefront.isStale()).isFalse();
    }

    @Test
    void nothingThatACommandStartedOutlivesIt() throws IOException, InterruptedException {
        Files.writeString(
                write("ecom-storefront/scripts/together.mjs"), Files.readString(OURS.resolve("scripts/together.mjs")));
        Files.writeString(
                write("ecom-storefront/starts.sh"), "sleep 600 & echo $! >left.pid; trap '' TERM; kill -9 $$\n");
        program("exec \"$@\"");

        assertThat(storefront.run(Map.of(), root.resolve("log"), "sh", "starts.sh"))
                .isNotZero();

        var left = Long.parseLong(
                Files.readString(root.resolve("ecom-storefront/left.pid")).strip());
        await().until(() -> !runs(left));
    }

    @ParameterizedTest
    @CsvSource({"0, BUILT", "69, IMPOSSIBLE", "1, BROKEN"})
    void aMachineWithoutNodeIsToldFromOneThatHasIt(int end, Outcome outcome) throws IOException, InterruptedException {
        program("[ \"$*\" != --is-here ] || exit 1; exit %d".formatted(end));

        assertThat(storefront.bringNode()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0, BUILT", "69, IMPOSSIBLE", "1, BROKEN"})
    void aMachineThatCannotBuildItIsToldFromAStorefrontThatIsBroken(int end, Outcome outcome)
            throws IOException, InterruptedException {
        program("exit %d".formatted(end));

        assertThat(storefront.build()).isEqualTo(outcome);
    }

    /** What has ended may still be listed, until somebody asks what it ended with. */
    private static boolean runs(long process) throws IOException {
        var status = Path.of("/proc", String.valueOf(process), "status");
        return Files.exists(status) && !Files.readString(status).contains("State:\tZ");
    }

    private void program(String script) throws IOException {
        var program = write("ecom-storefront/with-node");
        Files.writeString(program, "#!/bin/sh\n%s\n".formatted(script));
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private void build() throws IOException {
        later("ecom-storefront/.next/standalone/before-server.mjs");
    }

    /** The clock of files may stand still for some milliseconds. */
    private void later(String file) throws IOException {
        waitForTheClock();
        write(file);
    }

    private void waitForTheClock() throws IOException {
        var before = write("ecom-storefront/.next/before");
        Path written;
        do {
            written = write("ecom-storefront/.next/after");
        } while (Files.getAttribute(written, "unix:ctime").equals(Files.getAttribute(before, "unix:ctime")));
    }

    private Path write(String file) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        return Files.writeString(path, "something");
    }
}
