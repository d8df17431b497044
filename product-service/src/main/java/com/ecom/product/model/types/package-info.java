/** Types of products: which attributes products have in common, and which values of each there are. */
@NullMarked
package com.ecom.product.model.types;

import org.jspecify.annotations.NullMarked;
