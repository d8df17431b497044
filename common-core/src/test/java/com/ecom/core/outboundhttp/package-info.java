@NullMarked
package com.ecom.core.outboundhttp;

import org.jspecify.annotations.NullMarked;
