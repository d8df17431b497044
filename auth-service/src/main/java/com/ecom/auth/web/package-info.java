/** What all endpoints share: where a request comes from and which characters its texts may have. */
@NullMarked
package com.ecom.auth.web;

import org.jspecify.annotations.NullMarked;
