@NullMarked
package com.ecom.core.lifecycle;

import org.jspecify.annotations.NullMarked;
