/**
 * How often promotions were used, where that has a limit. A use belongs to its order: reserved with it, committed when it is
 * sold, given back when it is not.
 */
@NullMarked
package com.ecom.order.uses;

import org.jspecify.annotations.NullMarked;
