/** Tells people what happened: each thing once, however late the mail server comes back. */
@NullMarked
package com.ecom.notification;

import org.jspecify.annotations.NullMarked;
