/** Lets those who want the same kind of thing at the same time share what it costs. */
@NullMarked
package com.ecom.core.batching;

import org.jspecify.annotations.NullMarked;
