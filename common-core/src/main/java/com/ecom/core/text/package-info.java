/** How texts are written that people type and read: how long, in which characters. */
@NullMarked
package com.ecom.core.text;

import org.jspecify.annotations.NullMarked;
