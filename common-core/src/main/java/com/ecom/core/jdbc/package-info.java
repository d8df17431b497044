/** What SQL statements of every service have in common. */
@NullMarked
package com.ecom.core.jdbc;

import org.jspecify.annotations.NullMarked;
