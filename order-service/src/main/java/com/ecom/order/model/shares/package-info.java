/**
 * What each part of a sold order is worth when its money goes back: its share of what was paid, as it was allocated when
 * the order was placed. No price, promotion or rate is looked at again.
 */
@NullMarked
package com.ecom.order.model.shares;

import org.jspecify.annotations.NullMarked;
