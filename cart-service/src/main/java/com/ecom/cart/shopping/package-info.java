/** The visitor looks at the cart and changes it, and brings a guest's cart along when logging in. */
@NullMarked
package com.ecom.cart.shopping;

import org.jspecify.annotations.NullMarked;
