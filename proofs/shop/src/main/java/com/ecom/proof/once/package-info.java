/** The same thing asked for, or told, many times at once. */
@NullMarked
package com.ecom.proof.once;

import org.jspecify.annotations.NullMarked;
