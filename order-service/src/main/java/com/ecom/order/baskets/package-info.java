/** What somebody wants to order, from their cart or by name, and what a unit of it costs now. */
@NullMarked
package com.ecom.order.baskets;

import org.jspecify.annotations.NullMarked;
