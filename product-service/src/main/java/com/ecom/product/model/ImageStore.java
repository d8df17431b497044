package com.ecom.product.model;

import java.util.Optional;

/**
 * Where the files of pictures are. A file is stored whole or not at all; storing one again replaces it by the same.
 * Every method throws {@link ImageRefusal.StoreAway} if the store does not answer.
 */
public interface ImageStore {

    /** @param name such as {@code 640.jpg} */
    void put(String imageId, String name, byte[] content);

    Optional<byte[]> get(String imageId, String name);

    /** All its files; none is no error. */
    void delete(String imageId);
}
