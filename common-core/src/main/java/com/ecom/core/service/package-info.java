/**
 * What every service does the same way, switched on by being on the class path: everything is denied that the access
 * policy does not allow, every error is a problem+json, every request has a correlation id and limits.
 */
@NullMarked
package com.ecom.core.service;

import org.jspecify.annotations.NullMarked;
