@NullMarked
package com.ecom.local.supervisor;

import org.jspecify.annotations.NullMarked;
