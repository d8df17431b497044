package com.ecom.release;

import com.ecom.local.stack.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** {@code contracts/released}: what the last release promised, beside what is promised now. */
final class ReleasedContracts {

    private final Path root;
    private final Path now;
    private final Path released;

    /** Of the checkout in that folder. */
    ReleasedContracts(Path root) {
        this.root = root;
        this.now = root.resolve("contracts");
        this.released = now.resolve("released");
    }

    /** Without a release before there is none; each is on the list whether it breaks somebody or not. */
    List<Change> changes() throws IOException {
        if (!Files.exists(released)) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        changes.addAll(EventSchemas.changes(released.resolve("events"), now.resolve("events")));
        changes.addAll(Apis.changes(released.resolve("openapi"), now.resolve("openapi")));
        changes.addAll(Migrations.changes(Sha256.read(released.resolve(Migrations.LIST)), Migrations.in(root)));
        return changes;
    }

    /** From now on what is promised now is what the last release promised. */
    void replace(String version) throws IOException {
        StackFolder.delete(released);
        for (var schema : EventSchemas.schemas(now.resolve("events"))) {
            copy("events/" + schema);
        }
        try (var documents = Files.list(now.resolve("openapi"))) {
            for (var document : documents.toList()) {
                copy("openapi/" + document.getFileName());
            }
        }
        Sha256.write(released.resolve(Migrations.LIST), Migrations.in(root));
        Files.writeString(released.resolve("VERSION"), version + "\n");
    }

    private void copy(String contract) throws IOException {
        var copy = released.resolve(contract);
        Files.createDirectories(copy.getParent());
        Files.copy(now.resolve(contract), copy, StandardCopyOption.REPLACE_EXISTING);
    }
}
