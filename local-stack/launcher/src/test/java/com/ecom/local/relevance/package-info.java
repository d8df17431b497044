@NullMarked
package com.ecom.local.relevance;

import org.jspecify.annotations.NullMarked;
