/** What shoppers are offered while they type. */
@NullMarked
package com.ecom.search.suggesting;

import org.jspecify.annotations.NullMarked;
