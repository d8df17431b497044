/**
 * The only door to the shop. It lets in what the access policy names and nothing else, verifies who asks without asking
 * anybody, and sends each request once to the service that owns it, for as long as that may take. It knows no business
 * rule.
 */
@NullMarked
package com.ecom.gateway;

import org.jspecify.annotations.NullMarked;
