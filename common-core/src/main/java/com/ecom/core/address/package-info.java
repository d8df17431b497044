/** How people are reached, by mail and by parcel: the same rules in every service. */
@NullMarked
package com.ecom.core.address;

import org.jspecify.annotations.NullMarked;
