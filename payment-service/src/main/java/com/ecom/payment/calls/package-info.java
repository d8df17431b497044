/** Asks the provider, after the intent is committed and until there is a definite answer. */
@NullMarked
package com.ecom.payment.calls;

import org.jspecify.annotations.NullMarked;
