/** What a planted mistake is, and the database on which the checks that have to notice it run. */
@NullMarked
package com.ecom.proof.planting;

import org.jspecify.annotations.NullMarked;
