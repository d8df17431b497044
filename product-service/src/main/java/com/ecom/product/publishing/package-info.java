/** Publishes every change, in order, however long the broker was down. */
@NullMarked
package com.ecom.product.publishing;

import org.jspecify.annotations.NullMarked;
