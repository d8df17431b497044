/** Brings what runs up to date with its sources, and reads what the tests of a build came to. */
@NullMarked
package com.ecom.local.build;

import org.jspecify.annotations.NullMarked;
