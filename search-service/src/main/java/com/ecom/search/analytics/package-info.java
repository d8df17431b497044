/** What people look for, what they find and choose: counted without keeping who they are, and never on a request's way. */
@NullMarked
package com.ecom.search.analytics;

import org.jspecify.annotations.NullMarked;
