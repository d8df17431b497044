/** How Elasticsearch is called, and which indexes there are. Its absence is an outage; what it refuses is a mistake, of a client or of ours. */
@NullMarked
package com.ecom.search.elastic;

import org.jspecify.annotations.NullMarked;
