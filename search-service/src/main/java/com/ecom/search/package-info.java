/** A read model of the catalogue: what products, stock and reviews say, made findable. Everything in it can be told again. */
@NullMarked
package com.ecom.search;

import org.jspecify.annotations.NullMarked;
