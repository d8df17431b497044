/** A plugin that stands in for the modules of the distribution that are published nowhere. */
@NullMarked
package com.ecom.local.elasticsearch.modules;

import org.jspecify.annotations.NullMarked;
