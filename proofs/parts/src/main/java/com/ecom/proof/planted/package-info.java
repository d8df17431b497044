/** Mistakes that are planted in outbox, inbox and keys, each of which a check on a real database has to notice. */
@NullMarked
package com.ecom.proof.planted;

import org.jspecify.annotations.NullMarked;
