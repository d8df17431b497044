/** Each store answers a real client and has, after a crash, what it had acknowledged. */
@NullMarked
package com.ecom.local.stores;

import org.jspecify.annotations.NullMarked;
