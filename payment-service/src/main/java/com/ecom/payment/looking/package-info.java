/** What customers and staff see of payments. */
@NullMarked
package com.ecom.payment.looking;

import org.jspecify.annotations.NullMarked;
