/** How good a ranking is by people's judgement. */
@NullMarked
package com.ecom.local.relevance;

import org.jspecify.annotations.NullMarked;
