/** How many there are, and whom they are promised to. */
@NullMarked
package com.ecom.inventory;

import org.jspecify.annotations.NullMarked;
