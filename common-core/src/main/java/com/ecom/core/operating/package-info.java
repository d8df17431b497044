/**
 * What an operator may do to a running service, the same way in all of them: with a reason, once per key, and on the
 * record.
 */
@NullMarked
package com.ecom.core.operating;

import org.jspecify.annotations.NullMarked;
