/**
 * Which access tokens count no longer although they have not ended: every instance of every service keeps that in
 * memory, so that nobody has to be asked on each request. Free of the servlet API, for the gateway uses it too.
 */
@NullMarked
package com.ecom.core.security.revocation;

import org.jspecify.annotations.NullMarked;
