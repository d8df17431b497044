package com.ecom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void aStackKeepsItsSecrets() throws IOException {
        var folder = new StackFolder(home.resolve("shop"));
        assertThat(Secrets.of(folder).of("admin")).isEqualTo(Secrets.of(folder).of("admin"));
    }

    @Test
    void everyPurposeAndEveryStackHasItsOwn() throws IOException {
        var one = Secrets.of(new StackFolder(home.resolve("one")));
        var other = Secrets.of(new StackFolder(home.resolve("other")));
        assertThat(one.of("admin")).isNotEqualTo(one.of("mysql/ecom_order")).isNotEqualTo(other.of("admin"));
    }

    @Test
    void nobodyButTheOwnerCanReadThem() throws IOException {
        Secrets.of(new StackFolder(home.resolve("shop")));
        var permissions = Files.getPosixFilePermissions(home.resolve("shop/secret"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }
}
