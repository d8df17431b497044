/** What every request has: an id under which it is logged, a limit of its size, and lists that come in pages. */
@NullMarked
package com.ecom.core.web;

import org.jspecify.annotations.NullMarked;
