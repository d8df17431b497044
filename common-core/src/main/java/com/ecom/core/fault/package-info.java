/** Named places in which a proof may let the process die. */
@NullMarked
package com.ecom.core.fault;

import org.jspecify.annotations.NullMarked;
