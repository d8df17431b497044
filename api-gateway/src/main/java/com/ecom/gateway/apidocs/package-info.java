/** The OpenAPI documents and Swagger UI. */
@NullMarked
package com.ecom.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
