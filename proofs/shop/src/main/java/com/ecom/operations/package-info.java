/** What {@code ops} says of alerts and owners, as programs read it: rules made of the table of SLOs, and who is called. */
@NullMarked
package com.ecom.operations;

import org.jspecify.annotations.NullMarked;
