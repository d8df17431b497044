/** Which rates of tax, and which ways of shipping, an address has at an instant: the tables behind a basket. */
@NullMarked
package com.ecom.order.model.rates;

import org.jspecify.annotations.NullMarked;
