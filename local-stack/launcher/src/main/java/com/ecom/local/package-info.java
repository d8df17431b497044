/** The real servers that tests run against: ask {@link com.ecom.local.LocalServers} for one and it is there. */
@NullMarked
package com.ecom.local;

import org.jspecify.annotations.NullMarked;
