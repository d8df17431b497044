/** What products have cost, which staff read; and what changes by the time alone, such as a price, of which others hear. */
@NullMarked
package com.ecom.product.pricing;

import org.jspecify.annotations.NullMarked;
