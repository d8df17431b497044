/** The outermost filter, which every request and response passes, and the answer to a failure. */
@NullMarked
package com.ecom.gateway.web;

import org.jspecify.annotations.NullMarked;
