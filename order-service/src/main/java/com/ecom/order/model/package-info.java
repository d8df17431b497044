/** What an order is and what can happen to it; pure Java, run unchanged by the simulator. */
@NullMarked
package com.ecom.order.model;

import org.jspecify.annotations.NullMarked;
