/** Where operators' records and the messages that could not be handled are kept, here in MongoDB. */
@NullMarked
package com.ecom.product.operations;

import org.jspecify.annotations.NullMarked;
