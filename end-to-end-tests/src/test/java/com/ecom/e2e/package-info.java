/** The shop from outside: every service its own process, every store real, everything through the gateway. */
@NullMarked
package com.ecom.e2e;

import org.jspecify.annotations.NullMarked;
