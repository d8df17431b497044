@NullMarked
package com.ecom.core.tracing;

import org.jspecify.annotations.NullMarked;
