/** What a customer committed to. This service alone decides what becomes of an order. */
@NullMarked
package com.ecom.order;

import org.jspecify.annotations.NullMarked;
