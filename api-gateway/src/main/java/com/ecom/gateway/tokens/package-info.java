/** Access tokens: where a request carries one, whether it is valid, and whether auth-service still accepts its session. */
@NullMarked
package com.ecom.gateway.tokens;

import org.jspecify.annotations.NullMarked;
