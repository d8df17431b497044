/** The rows behind the model. */
@NullMarked
package com.ecom.inventory.persistence;

import org.jspecify.annotations.NullMarked;
