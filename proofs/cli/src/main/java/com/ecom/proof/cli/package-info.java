/** {@code ./ecom prove}: the command line of all proofs, and the report that it keeps. */
@NullMarked
package com.ecom.proof.cli;

import org.jspecify.annotations.NullMarked;
