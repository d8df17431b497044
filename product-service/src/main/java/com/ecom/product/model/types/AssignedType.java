package com.ecom.product.model.types;

import java.util.List;

/**
 * The type of a product, as it was when the product was written.
 *
 * @param facets the names of the attributes by whose values shoppers narrow what they look for
 */
public record AssignedType(String code, List<String> facets) {

    public AssignedType {
        facets = List.copyOf(facets);
    }
}
