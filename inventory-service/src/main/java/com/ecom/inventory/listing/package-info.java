/** Something new in the catalogue gets its place on the shelf, empty at first. */
@NullMarked
package com.ecom.inventory.listing;

import org.jspecify.annotations.NullMarked;
