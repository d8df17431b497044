/** The append-only record of security events, and the notices that owners receive by mail. */
@NullMarked
package com.ecom.auth.securitylog;

import org.jspecify.annotations.NullMarked;
