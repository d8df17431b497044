@NullMarked
package com.ecom.core.calling;

import org.jspecify.annotations.NullMarked;
