package com.ecom.product.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.product.model.ImageRefusal.StoreAway;
import com.ecom.product.model.ImageStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3ImageStoreTests extends ImageStoreContract {

    private final S3Double s3 = new S3Double();
    private final S3ImageStore store = storeWith(S3Double.KEY, Duration.ofSeconds(5));

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    @Override
    protected ImageStore store() {
        return store;
    }

    @Test
    void asksAgainWhenTheBucketFailedOnce() {
        s3.failsTimes(1);
        store.put(IMAGE, "640.jpg", "small".getBytes(UTF_8));
        s3.failsTimes(1);

        assertThat(store.get(IMAGE, "640.jpg")).hasValue("small".getBytes(UTF_8));
    }

    @Test
    void saysWhenTheBucketIsAway() {
        s3.failsTimes(100);

        saysThatItIsAway(store);
    }

    @Test
    void saysWhenItMayNot() {
        try (var stranger = storeWith("SOMEBODY", Duration.ofSeconds(5))) {
            saysThatItIsAway(stranger);
        }
    }

    @Test
    void waitsNoLongerThanItMay() {
        s3.doesNotAnswer();
        try (var impatient = storeWith(S3Double.KEY, Duration.ofMillis(100))) {
            assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> impatient.get(IMAGE, "640.jpg"));
        }
    }

    private static void saysThatItIsAway(ImageStore store) {
        assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> store.put(IMAGE, "640.jpg", new byte[1]));
        assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> store.get(IMAGE, "640.jpg"));
        assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> store.delete(IMAGE));
    }

    private S3ImageStore storeWith(String key, Duration timeout) {
        return S3ImageStore.at(
                new StorageProperties.S3("pictures", s3.address(), "eu-central-1", key, "a secret", timeout));
    }
}
