/** How every service is tested: on real servers, with real tokens, against the contracts that all of them keep. */
@NullMarked
package com.ecom.test;

import org.jspecify.annotations.NullMarked;
