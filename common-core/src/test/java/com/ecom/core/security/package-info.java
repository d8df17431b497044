@NullMarked
package com.ecom.core.security;

import org.jspecify.annotations.NullMarked;
