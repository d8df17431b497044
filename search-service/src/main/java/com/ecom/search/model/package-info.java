/** What is known of a product for searching. News may come twice, late and in any order; the newest of each kind stays. */
@NullMarked
package com.ecom.search.model;

import org.jspecify.annotations.NullMarked;
