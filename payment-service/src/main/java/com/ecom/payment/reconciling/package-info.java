/** Asks the provider about payments whose webhooks seem to be lost. */
@NullMarked
package com.ecom.payment.reconciling;

import org.jspecify.annotations.NullMarked;
