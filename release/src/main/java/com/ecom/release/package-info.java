/**
 * What a release asks: that nobody who relies on the last one breaks. {@code contracts/released} has what that promised.
 */
@NullMarked
package com.ecom.release;

import org.jspecify.annotations.NullMarked;
