package com.ecom.product.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which pictures the shop keeps. A picture can be used from when all of it is stored until it begins to be deleted. */
public interface Images {

    /** Notes that it is about to be stored, again perhaps; false if it is being deleted at this moment. */
    boolean begin(Image image, Instant now);

    void stored(String id);

    /** Those that can be used, which stay for another thirty days at least. */
    List<Image> use(Collection<String> ids, Instant now);
}
