package com.ecom.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The gate of every build, and what it would notice in contracts of our own. */
class ReleasedContractsTests {

    private static final String ORDERS = "contracts/openapi/order-service.json";
    private static final String SCRIPTS = "order-service/src/main/resources/db/migration";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void nobodyWhoReliesOnTheLastReleaseBreaks() throws IOException {
        var checkout = Checkout.find().root();

        assertThat(checkout.resolve("contracts/released")).isDirectory();
        assertThat(new ReleasedContracts(checkout).changes()).noneMatch(Change::breaking);
    }

    @BeforeEach
    void isReleased() throws IOException {
        for (var folder : new String[] {"contracts/events", "contracts/openapi", SCRIPTS}) {
            FileSystemUtils.copyRecursively(Checkout.find().root().resolve(folder), root.resolve(folder));
        }
        new ReleasedContracts(root).replace("1.2.3");
        assertThat(new ReleasedContracts(root).changes()).isEmpty();
    }

    @Test
    void anOperationThatGoesOrAnAnswerThatLosesAFieldBreaksItsUsers() throws IOException {
        edit(ORDERS, "/api/orders/lookup\"", "/api/orders/find\"");
        assertThat(new ReleasedContracts(root).changes())
                .anyMatch(it -> it.breaking() && it.what().contains("/api/orders/lookup"))
                .anyMatch(it -> !it.breaking() && it.what().contains("/api/orders/find"));

        edit(ORDERS, "/api/orders/find\"", "/api/orders/lookup\"");
        edit(ORDERS, "\"orderNumber\" : {", "\"number\" : {");
        assertThat(new ReleasedContracts(root).changes())
                .anyMatch(it -> it.breaking() && it.what().equals("POST /api/orders answers without orderNumber"));
    }

    @Test
    void aCorrectionSinceTheReleaseSaysWhyNobodyBreaks() throws IOException {
        edit(ORDERS, "\"orderNumber\" : {", "\"number\" : {");
        Files.writeString(
                root.resolve("contracts/openapi/corrections.md"), "- order-service.json: it never had another name\n");

        assertThat(new ReleasedContracts(root).changes()).isNotEmpty().noneMatch(Change::breaking);
    }

    @Test
    void aMigrationThatChangedIsNoticed() throws IOException {
        try (var scripts = Files.newDirectoryStream(root.resolve(SCRIPTS), "V1__*.sql")) {
            for (var script : scripts) {
                Files.writeString(script, Files.readString(script) + "\n-- and more\n");
            }
        }

        assertThat(new ReleasedContracts(root).changes()).singleElement().matches(Change::breaking);
    }

    private void edit(String file, String old, String fresh) throws IOException {
        var path = root.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, fresh));
    }
}
