@NullMarked
package com.ecom.core.text;

import org.jspecify.annotations.NullMarked;
