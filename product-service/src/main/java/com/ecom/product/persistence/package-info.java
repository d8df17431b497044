/** The documents behind the model, and the imports that bring them. */
@NullMarked
package com.ecom.product.persistence;

import org.jspecify.annotations.NullMarked;
