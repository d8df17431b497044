/** How services ask others over HTTP. */
@NullMarked
package com.ecom.core.calling;

import org.jspecify.annotations.NullMarked;
