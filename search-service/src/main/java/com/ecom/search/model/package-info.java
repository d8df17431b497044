/** The documents of the search index. Events may arrive twice, late and in any order; the newest version of each kind stays. */
@NullMarked
package com.ecom.search.model;

import org.jspecify.annotations.NullMarked;
