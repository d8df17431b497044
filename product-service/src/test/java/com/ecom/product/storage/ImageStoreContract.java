package com.ecom.product.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.model.ImageStore;
import org.junit.jupiter.api.Test;

/** What holds wherever files are. */
abstract class ImageStoreContract {

    static final String IMAGE = "ab".repeat(32);

    private static final String ANOTHER = "ac".repeat(32);

    protected abstract ImageStore store();

    @Test
    void givesBackWhatWasStored() {
        var store = store();
        store.put(IMAGE, "640.jpg", "small".getBytes(UTF_8));
        store.put(IMAGE, "960.jpg", "large".getBytes(UTF_8));

        assertThat(store.get(IMAGE, "640.jpg")).hasValue("small".getBytes(UTF_8));
        assertThat(store.get(IMAGE, "960.jpg")).hasValue("large".getBytes(UTF_8));
        assertThat(store.get(IMAGE, "320.jpg")).isEmpty();
        assertThat(store.get(ANOTHER, "640.jpg")).isEmpty();
    }

    @Test
    void storingAgainReplaces() {
        var store = store();
        store.put(IMAGE, "640.jpg", "before".getBytes(UTF_8));
        store.put(IMAGE, "640.jpg", "after".getBytes(UTF_8));

        assertThat(store.get(IMAGE, "640.jpg")).hasValue("after".getBytes(UTF_8));
    }

    @Test
    void deletesAllFilesOfAPictureAndNoOther() {
        var store = store();
        store.put(IMAGE, "640.jpg", "small".getBytes(UTF_8));
        store.put(IMAGE, "original.jpg", "large".getBytes(UTF_8));
        store.put(ANOTHER, "640.jpg", "another".getBytes(UTF_8));
        store.delete(IMAGE);
        store.delete(IMAGE);

        assertThat(store.get(IMAGE, "640.jpg")).isEmpty();
        assertThat(store.get(IMAGE, "original.jpg")).isEmpty();
        assertThat(store.get(ANOTHER, "640.jpg")).isPresent();
    }
}
