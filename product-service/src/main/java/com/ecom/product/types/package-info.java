/** Which attributes products of one kind have, for staff who decide it and for pages that name them. */
@NullMarked
package com.ecom.product.types;

import org.jspecify.annotations.NullMarked;
