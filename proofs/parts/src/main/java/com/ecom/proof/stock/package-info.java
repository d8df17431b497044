/** As many buyers as possible at the one thing they all want, on a real database. */
@NullMarked
package com.ecom.proof.stock;

import org.jspecify.annotations.NullMarked;
