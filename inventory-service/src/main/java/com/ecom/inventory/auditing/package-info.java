/** Keeps comparing what is on the shelf with what the ledger says. */
@NullMarked
package com.ecom.inventory.auditing;

import org.jspecify.annotations.NullMarked;
