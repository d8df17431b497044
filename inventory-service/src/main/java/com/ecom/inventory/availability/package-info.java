/** What shoppers may know of the stock, and what staff may. Read only. */
@NullMarked
package com.ecom.inventory.availability;

import org.jspecify.annotations.NullMarked;
