/** The ranked search, its facets and its pages. */
@NullMarked
package com.ecom.search.finding;

import org.jspecify.annotations.NullMarked;
