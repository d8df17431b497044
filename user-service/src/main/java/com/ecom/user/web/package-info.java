/** What all endpoints share: the version of If-Match and which characters a line of text may have. */
@NullMarked
package com.ecom.user.web;

import org.jspecify.annotations.NullMarked;
