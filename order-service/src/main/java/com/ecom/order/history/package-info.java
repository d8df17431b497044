/** What customers and staff see of orders; plain SQL that never loads the aggregate. */
@NullMarked
package com.ecom.order.history;

import org.jspecify.annotations.NullMarked;
