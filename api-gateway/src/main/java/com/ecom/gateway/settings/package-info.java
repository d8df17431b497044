/** Settings that several packages read: where services are, and how much traffic may pass. */
@NullMarked
package com.ecom.gateway.settings;

import org.jspecify.annotations.NullMarked;
