/** Orders come, are paid, given up or forgotten: their stock is held, sold, or on sale again. */
@NullMarked
package com.ecom.inventory.reserving;

import org.jspecify.annotations.NullMarked;
