/** Gives every refusal its status and its problem code. */
@NullMarked
package com.ecom.auth.problems;

import org.jspecify.annotations.NullMarked;
