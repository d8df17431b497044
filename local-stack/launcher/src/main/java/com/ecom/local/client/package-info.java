/** How tests and commands reach the supervisor of a stack, starting one when there is none. */
@NullMarked
package com.ecom.local.client;

import org.jspecify.annotations.NullMarked;
