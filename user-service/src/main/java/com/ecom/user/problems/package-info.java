/** Gives every refusal its status and its problem code. */
@NullMarked
package com.ecom.user.problems;

import org.jspecify.annotations.NullMarked;
