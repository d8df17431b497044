/** Every refusal of this service, and the status it gets. */
@NullMarked
package com.ecom.product.problems;

import org.jspecify.annotations.NullMarked;
