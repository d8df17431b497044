/** How fast the shop is: closed loops through the gateway, with every process of the shop on the same machine. */
@NullMarked
package com.ecom.load;

import org.jspecify.annotations.NullMarked;
