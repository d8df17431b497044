package com.ecom.product.persistence;

import com.ecom.product.model.Image;
import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;

/** @param usedAt when it was last uploaded, put onto a product, or found on one */
@Document("images")
record ImageDocument(String id, int width, int height, String blurHash, State state, Instant usedAt) {

    /** Files are in the store while it is any of them. */
    enum State {
        STORING,
        STORED,
        DELETING
    }

    Image toImage() {
        return new Image(id, width, height, blurHash);
    }
}
