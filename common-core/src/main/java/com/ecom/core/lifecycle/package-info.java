/** How a service starts, works in the background, idles and ends. */
@NullMarked
package com.ecom.core.lifecycle;

import org.jspecify.annotations.NullMarked;
