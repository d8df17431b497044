/** News from inventory and payment move an order along its lifecycle. */
@NullMarked
package com.ecom.order.advancing;

import org.jspecify.annotations.NullMarked;
