/** Exports and erases what this service keeps of a person. */
@NullMarked
package com.ecom.auth.privacy;

import org.jspecify.annotations.NullMarked;
