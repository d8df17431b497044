/** What operators look into: messages that were set aside, and their own interventions. */
@NullMarked
package com.ecom.search.operations;

import org.jspecify.annotations.NullMarked;
