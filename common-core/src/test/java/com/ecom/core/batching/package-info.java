@NullMarked
package com.ecom.core.batching;

import org.jspecify.annotations.NullMarked;
