/** Rows in, rows out. */
@NullMarked
package com.ecom.payment.persistence;

import org.jspecify.annotations.NullMarked;
