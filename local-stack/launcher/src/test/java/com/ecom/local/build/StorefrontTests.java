package com.ecom.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.build.Storefront.Outcome;
import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorefrontTests {

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
    void whatIsMadeOrBroughtByTheBuildDoesNot() throws IOException {
        build();
        later("ecom-storefront/node_modules/next/package.json");
        later("ecom-storefront/src/api/generated/cart.ts");
        later("ecom-storefront/target/surefire-reports/TEST-storefront.xml");

        assertThat(storefront.isStale()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, BUILT", "69, IMPOSSIBLE", "1, BROKEN"})
    void aMachineThatCannotBuildItIsToldFromAStorefrontThatIsBroken(int end, Outcome outcome)
            throws IOException, InterruptedException {
        var program = write("ecom-storefront/with-node");
        Files.writeString(program, "#!/bin/sh\nexit %d\n".formatted(end));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(storefront.build()).isEqualTo(outcome);
    }

    private void build() throws IOException {
        later("ecom-storefront/.next/standalone/peer-address.mjs");
    }

    /** The clock of files may stand still for some milliseconds. */
    private void later(String file) throws IOException {
        var before = write("ecom-storefront/.next/before");
        Path written;
        do {
            written = write(file);
        } while (Files.getAttribute(written, "unix:ctime").equals(Files.getAttribute(before, "unix:ctime")));
    }

    private Path write(String file) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        return Files.writeString(path, "something");
    }
}
