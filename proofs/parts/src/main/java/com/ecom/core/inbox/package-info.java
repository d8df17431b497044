/** Mistakes planted in the inbox, for proofs; lives where it can see its inside. */
@NullMarked
package com.ecom.core.inbox;

import org.jspecify.annotations.NullMarked;
