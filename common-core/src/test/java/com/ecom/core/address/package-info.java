@NullMarked
package com.ecom.core.address;

import org.jspecify.annotations.NullMarked;
