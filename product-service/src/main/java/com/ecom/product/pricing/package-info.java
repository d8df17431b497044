/** What products have cost and when that changes: staff read it, and others hear when a sale begins or ends. */
@NullMarked
package com.ecom.product.pricing;

import org.jspecify.annotations.NullMarked;
