/** The operations of the access policy, and which of them a request calls. */
@NullMarked
package com.ecom.gateway.policy;

import org.jspecify.annotations.NullMarked;
