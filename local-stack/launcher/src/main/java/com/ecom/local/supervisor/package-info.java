/**
 * The one process that owns all others of a stack. It starts them, watches them, and stops them as soon as nobody needs
 * them any more, however it is asked or killed.
 */
@NullMarked
package com.ecom.local.supervisor;

import org.jspecify.annotations.NullMarked;
