/** Every error is a problem+json (RFC 9457) with a code of ours; what went wrong inside stays inside. */
@NullMarked
package com.ecom.core.problems;

import org.jspecify.annotations.NullMarked;
