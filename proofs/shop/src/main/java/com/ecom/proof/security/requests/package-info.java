/** Requests for any operation, made up from the documents of the services: good, wrong in one way, extreme and hostile. */
@NullMarked
package com.ecom.proof.security.requests;

import org.jspecify.annotations.NullMarked;
