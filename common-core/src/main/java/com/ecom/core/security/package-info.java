/**
 * Who calls, and whether they may: everything is denied that the access policy does not allow, and nothing is believed but a
 * verified token.
 */
@NullMarked
package com.ecom.core.security;

import org.jspecify.annotations.NullMarked;
