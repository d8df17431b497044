/** The catalogue as a list of every product in every state, for those who run it. */
@NullMarked
package com.ecom.product.listing;

import org.jspecify.annotations.NullMarked;
