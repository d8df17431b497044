/** How refusals look to clients. */
@NullMarked
package com.ecom.search.problems;

import org.jspecify.annotations.NullMarked;
