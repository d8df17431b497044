@NullMarked
package com.ecom.test;

import org.jspecify.annotations.NullMarked;
