/** MongoDB's protocol without MongoDB: good enough for services that stay inside what the server understands. */
@NullMarked
package com.ecom.local.mongodb;

import org.jspecify.annotations.NullMarked;
