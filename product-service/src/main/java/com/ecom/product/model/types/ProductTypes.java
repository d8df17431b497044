package com.ecom.product.model.types;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The types that there are. None is ever deleted, for products name them. */
public interface ProductTypes {

    int MOST = 200;

    long count();

    Optional<ProductType> find(String code);

    List<ProductType> find(Collection<String> codes);

    /** In the order of their codes. */
    List<ProductType> after(String code, int size);

    /** @return whether its code was free */
    boolean add(ProductType type);

    /** @return whether the version before it was still the newest */
    boolean replace(ProductType type);
}
