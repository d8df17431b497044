/** Messages that can never be handled: they leave through a topic of their group and are kept until somebody decides. */
@NullMarked
package com.ecom.core.deadletters;

import org.jspecify.annotations.NullMarked;
