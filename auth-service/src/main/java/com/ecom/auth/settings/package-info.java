/** The settings that several rooms share. */
@NullMarked
package com.ecom.auth.settings;

import org.jspecify.annotations.NullMarked;
