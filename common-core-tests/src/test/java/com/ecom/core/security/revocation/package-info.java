@NullMarked
package com.ecom.core.security.revocation;

import org.jspecify.annotations.NullMarked;
