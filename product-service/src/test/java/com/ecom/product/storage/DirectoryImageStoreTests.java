package com.ecom.product.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.product.model.ImageRefusal.StoreAway;
import com.ecom.product.model.ImageStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryImageStoreTests extends ImageStoreContract {

    @TempDir
    Path directory;

    @Override
    protected ImageStore store() {
        return new DirectoryImageStore(directory);
    }

    @Test
    void leavesNoUnfinishedFile() throws IOException {
        store().put(IMAGE, "640.jpg", "small".getBytes(UTF_8));

        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(it -> it.getFileName().toString()))
                    .containsExactly("640.jpg");
        }
    }

    @Test
    void saysWhenItCannotStore() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(StoreAway.class)
                .isThrownBy(() -> new DirectoryImageStore(file).put(IMAGE, "640.jpg", new byte[1]));
    }
}
