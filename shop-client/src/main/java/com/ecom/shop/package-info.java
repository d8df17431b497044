/** The shop as its people use it: through the gateway, with tokens, and with nothing that a customer or admin has not. */
@NullMarked
package com.ecom.shop;

import org.jspecify.annotations.NullMarked;
