/** Every refusal gets its status here. */
@NullMarked
package com.ecom.cart.problems;

import org.jspecify.annotations.NullMarked;
