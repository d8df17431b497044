/**
 * The running shop while its processes are killed and frozen, its network fails, its clock is wrong, and its messages
 * come twice and out of order; afterwards every book is compared with every other.
 */
@NullMarked
package com.ecom.proof.chaos;

import org.jspecify.annotations.NullMarked;
