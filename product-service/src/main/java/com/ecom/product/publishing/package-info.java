/** Tells the shop of every change, in order, however long the broker was away. */
@NullMarked
package com.ecom.product.publishing;

import org.jspecify.annotations.NullMarked;
