@NullMarked
package com.ecom.core.inbox;

import org.jspecify.annotations.NullMarked;
