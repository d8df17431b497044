/**
 * Lets a service publish again how everything it owns stands now, so that whoever keeps a copy can rebuild it: in order
 * per key, at a bounded rate, going on where it stopped after a crash.
 */
@NullMarked
package com.ecom.core.republish;

import org.jspecify.annotations.NullMarked;
