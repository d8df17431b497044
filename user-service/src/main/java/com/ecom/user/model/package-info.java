/** What every room of this service speaks of: its events, its refusals, and privacy requests. */
@NullMarked
package com.ecom.user.model;

import org.jspecify.annotations.NullMarked;
