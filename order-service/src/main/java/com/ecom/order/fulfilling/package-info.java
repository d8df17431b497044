/** What is sold gets sent and arrives. */
@NullMarked
package com.ecom.order.fulfilling;

import org.jspecify.annotations.NullMarked;
