/** Deletes expired rows of this service's tables. */
@NullMarked
package com.ecom.auth.retention;

import org.jspecify.annotations.NullMarked;
