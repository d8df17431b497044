/** Rows in, rows out. */
@NullMarked
package com.ecom.order.persistence;

import org.jspecify.annotations.NullMarked;
