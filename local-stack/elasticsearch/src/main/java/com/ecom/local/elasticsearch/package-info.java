/** One real Elasticsearch node, started without the distribution's bootstrap so that it runs as any user. */
@NullMarked
package com.ecom.local.elasticsearch;

import org.jspecify.annotations.NullMarked;
