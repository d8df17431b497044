/** What others keep of a service's states is lost under traffic, published again, and the same as its owner's. */
@NullMarked
package com.ecom.proof.rebuild;

import org.jspecify.annotations.NullMarked;
