/**
 * A message takes effect once per consumer group: the claim on it commits with the effect or not at all. An outage
 * makes consumers wait; only a message that can never be handled is set aside, in its group's dead-letter topic.
 */
@NullMarked
package com.ecom.core.inbox;

import org.jspecify.annotations.NullMarked;
