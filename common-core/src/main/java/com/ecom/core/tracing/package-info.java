/** What connects the traces and log lines of one request, and says nothing of people. */
@NullMarked
package com.ecom.core.tracing;

import org.jspecify.annotations.NullMarked;
