/** What holds wherever events are kept; lives where it can see the inside of the outbox. */
@NullMarked
package com.ecom.core.outbox;

import org.jspecify.annotations.NullMarked;
