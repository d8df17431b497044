/** Exact amounts of money, the same in every service and on every wire. */
@NullMarked
package com.ecom.core.money;

import org.jspecify.annotations.NullMarked;
