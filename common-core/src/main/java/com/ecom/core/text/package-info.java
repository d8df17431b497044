/** How long texts may be, counted as people count. */
@NullMarked
package com.ecom.core.text;

import org.jspecify.annotations.NullMarked;
