/** Service clients and their tokens: OAuth 2.0 client credentials. */
@NullMarked
package com.ecom.auth.clients;

import org.jspecify.annotations.NullMarked;
