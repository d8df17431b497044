/** What every room of this service speaks of: its events, its refusals, and why tokens are revoked. */
@NullMarked
package com.ecom.auth.model;

import org.jspecify.annotations.NullMarked;
