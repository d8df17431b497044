/**
 * An event is kept in the same transaction as the change it reports, then delivered at least once, in order per
 * key. A crash, a broker outage of any length or a second instance never loses one.
 */
@NullMarked
package com.ecom.core.outbox;

import org.jspecify.annotations.NullMarked;
