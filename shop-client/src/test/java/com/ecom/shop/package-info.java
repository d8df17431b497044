@NullMarked
package com.ecom.shop;

import org.jspecify.annotations.NullMarked;
