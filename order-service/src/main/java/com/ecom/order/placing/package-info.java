/** Commits a basket to an order, once, however often it is asked. */
@NullMarked
package com.ecom.order.placing;

import org.jspecify.annotations.NullMarked;
