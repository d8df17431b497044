/** Single-use tokens sent by mail: they verify an address or allow a password reset. */
@NullMarked
package com.ecom.auth.mailtokens;

import org.jspecify.annotations.NullMarked;
