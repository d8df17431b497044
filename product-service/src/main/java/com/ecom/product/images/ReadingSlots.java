package com.ecom.product.images;

import com.ecom.product.model.ImageRefusal.Busy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Few pictures are received and read at the same time: each takes some tens of megabytes and a processor. */
@Component
@EnableConfigurationProperties(ImageProperties.class)
class ReadingSlots {

    private final Semaphore slots;
    private final ImageProperties properties;

    ReadingSlots(ImageProperties properties) {
        this.slots = new Semaphore(properties.atOnce(), true);
        this.properties = properties;
    }

    /** @throws Busy if no slot becomes free soon */
    <T> T within(Supplier<T> work) {
        if (!acquired()) {
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private boolean acquired() {
        try {
            return slots.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
