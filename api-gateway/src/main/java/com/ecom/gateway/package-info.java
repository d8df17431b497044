/**
 * The API gateway: admits only operations of the access policy, verifies access tokens, applies rate limits, and forwards
 * each request to the service that owns its operation.
 */
@NullMarked
package com.ecom.gateway;

import org.jspecify.annotations.NullMarked;
