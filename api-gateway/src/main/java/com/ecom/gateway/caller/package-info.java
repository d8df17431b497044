/** Who calls, by the verified token, and from which address. */
@NullMarked
package com.ecom.gateway.caller;

import org.jspecify.annotations.NullMarked;
