/** Who you are: accounts, the sessions they open, and the tokens every other service trusts. */
@NullMarked
package com.ecom.auth;

import org.jspecify.annotations.NullMarked;
