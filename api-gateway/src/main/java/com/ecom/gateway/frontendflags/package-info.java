/** Feature flags that the storefront reads. */
@NullMarked
package com.ecom.gateway.frontendflags;

import org.jspecify.annotations.NullMarked;
