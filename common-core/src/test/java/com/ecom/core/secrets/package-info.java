@NullMarked
package com.ecom.core.secrets;

import org.jspecify.annotations.NullMarked;
