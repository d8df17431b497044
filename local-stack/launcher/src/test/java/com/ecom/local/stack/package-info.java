@NullMarked
package com.ecom.local.stack;

import org.jspecify.annotations.NullMarked;
