/** How services ask others over HTTP. */
@NullMarked
package com.ecom.core.outboundhttp;

import org.jspecify.annotations.NullMarked;
