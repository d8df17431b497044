/**
 * Quotes: what a basket costs at an address, signed, and kept for a quarter of an hour. Nothing is stored for one; an order
 * that is placed by it costs exactly what it says.
 */
@NullMarked
package com.ecom.order.quoting;

import org.jspecify.annotations.NullMarked;
