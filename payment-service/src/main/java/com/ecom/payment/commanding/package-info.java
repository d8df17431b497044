/** The order's wishes: authorize, capture, void. */
@NullMarked
package com.ecom.payment.commanding;

import org.jspecify.annotations.NullMarked;
