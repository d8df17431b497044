/** Pictures: how they come in, are made harmless and small, and are shown. */
@NullMarked
package com.ecom.product.images;

import org.jspecify.annotations.NullMarked;
