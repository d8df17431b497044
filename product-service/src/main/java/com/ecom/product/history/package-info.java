/** What staff and imports have done to products, and why; staff read it. */
@NullMarked
package com.ecom.product.history;

import org.jspecify.annotations.NullMarked;
