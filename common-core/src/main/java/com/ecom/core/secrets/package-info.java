/** Secrets that only one service can read, whoever else keeps or carries them. */
@NullMarked
package com.ecom.core.secrets;

import org.jspecify.annotations.NullMarked;
