/** What customers and staff see of payments. */
@NullMarked
package com.ecom.payment.queries;

import org.jspecify.annotations.NullMarked;
