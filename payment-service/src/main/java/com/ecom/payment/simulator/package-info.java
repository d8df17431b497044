/** The provider of local shops and tests. */
@NullMarked
package com.ecom.payment.simulator;

import org.jspecify.annotations.NullMarked;
