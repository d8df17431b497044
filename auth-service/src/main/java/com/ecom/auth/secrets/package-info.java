/** Random secrets, their hashes, and the key that seals what must be readable again. */
@NullMarked
package com.ecom.auth.secrets;

import org.jspecify.annotations.NullMarked;
