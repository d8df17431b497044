/**
 * What a basket costs, to the last minor unit: one pure calculation from lines, promotions, shipping and tax, which alone
 * computes totals. Amounts are whole minor units; nothing here knows a clock, a database or a framework.
 */
@NullMarked
package com.ecom.order.model.totals;

import org.jspecify.annotations.NullMarked;
