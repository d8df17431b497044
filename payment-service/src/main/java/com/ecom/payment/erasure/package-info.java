/** What this service keeps of people, for those who want to see it or to be rid of it. */
@NullMarked
package com.ecom.payment.erasure;

import org.jspecify.annotations.NullMarked;
