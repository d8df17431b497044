@NullMarked
package com.ecom.local;

import org.jspecify.annotations.NullMarked;
