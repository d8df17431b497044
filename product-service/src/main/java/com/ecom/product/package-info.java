/** What is sold. */
@NullMarked
package com.ecom.product;

import org.jspecify.annotations.NullMarked;
