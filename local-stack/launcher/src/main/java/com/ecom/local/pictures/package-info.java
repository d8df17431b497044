/** Pictures of the sample catalogue, drawn here, so that a new shop looks like one. */
@NullMarked
package com.ecom.local.pictures;

import org.jspecify.annotations.NullMarked;
