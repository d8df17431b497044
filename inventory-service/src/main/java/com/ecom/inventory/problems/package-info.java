/** Every refusal of this service, and the status it gets. */
@NullMarked
package com.ecom.inventory.problems;

import org.jspecify.annotations.NullMarked;
