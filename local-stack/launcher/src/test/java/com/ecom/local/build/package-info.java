@NullMarked
package com.ecom.local.build;

import org.jspecify.annotations.NullMarked;
