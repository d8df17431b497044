/** Money in, money back, once per order. */
@NullMarked
package com.ecom.payment;

import org.jspecify.annotations.NullMarked;
