/** No order waits for ever: what is overdue is given up or asked for again, and operators see what is under way. */
@NullMarked
package com.ecom.order.sagas;

import org.jspecify.annotations.NullMarked;
