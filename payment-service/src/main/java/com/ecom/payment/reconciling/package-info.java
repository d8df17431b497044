/** Asks the provider about payments whose news seems to have got lost. */
@NullMarked
package com.ecom.payment.reconciling;

import org.jspecify.annotations.NullMarked;
