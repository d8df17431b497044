/** Every refusal gets its status here. */
@NullMarked
package com.ecom.order.problems;

import org.jspecify.annotations.NullMarked;
