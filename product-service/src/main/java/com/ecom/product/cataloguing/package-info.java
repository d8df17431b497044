/** How products come into the catalogue, change and leave it: one by one, or by the thousand. */
@NullMarked
package com.ecom.product.cataloguing;

import org.jspecify.annotations.NullMarked;
