/** Exports and erasures across all services: requested, started when due, and done when all have answered. */
@NullMarked
package com.ecom.user.privacy;

import org.jspecify.annotations.NullMarked;
