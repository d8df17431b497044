/** The warehouse brings things in, counts, and finds some broken: stock moves for a reason, once. */
@NullMarked
package com.ecom.inventory.adjusting;

import org.jspecify.annotations.NullMarked;
