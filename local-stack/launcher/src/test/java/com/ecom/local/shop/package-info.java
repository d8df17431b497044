@NullMarked
package com.ecom.local.shop;

import org.jspecify.annotations.NullMarked;
