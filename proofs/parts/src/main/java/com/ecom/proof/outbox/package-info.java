/** What is committed is told, once or a little more often, in order: with relays that die and a broker that goes away. */
@NullMarked
package com.ecom.proof.outbox;

import org.jspecify.annotations.NullMarked;
