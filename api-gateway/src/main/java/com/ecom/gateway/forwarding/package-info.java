/** Forwards requests to services and writes their responses. */
@NullMarked
package com.ecom.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
