/** The filter that decides whether a request may pass, and the checks that need nothing but the request. */
@NullMarked
package com.ecom.gateway.admission;

import org.jspecify.annotations.NullMarked;
