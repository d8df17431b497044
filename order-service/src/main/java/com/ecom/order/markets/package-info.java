/**
 * The rules that a market sells by: its tax, its shipping and its promotions. They change as a whole, version by version, and
 * every version stays, with who made it and why. What a basket would cost by them is simulated.
 */
@NullMarked
package com.ecom.order.markets;

import org.jspecify.annotations.NullMarked;
