/** What customers say afterwards: only who has received a product reviews it, and only what a moderator approves is seen. */
@NullMarked
package com.ecom.review;

import org.jspecify.annotations.NullMarked;
