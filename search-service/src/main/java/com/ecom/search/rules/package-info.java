/** What staff decide about searches: synonyms, products to show first or last, pages to go to. */
@NullMarked
package com.ecom.search.rules;

import org.jspecify.annotations.NullMarked;
