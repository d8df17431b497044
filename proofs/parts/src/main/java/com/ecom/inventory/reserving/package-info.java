/** Stock as inventory-service keeps it, where proofs can get at it. */
@NullMarked
package com.ecom.inventory.reserving;

import org.jspecify.annotations.NullMarked;
