/** What everybody wants at once: its stock lies in several buckets, so that buyers do not queue for one row. */
@NullMarked
package com.ecom.inventory.hotskus;

import org.jspecify.annotations.NullMarked;
