/** The second factor: time-based one-time passwords and recovery codes, enabled, checked and removed. */
@NullMarked
package com.ecom.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
