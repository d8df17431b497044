/** What every message looks like on the wire: CloudEvents 1.0 in Kafka's binary mode, with the payload as JSON. */
@NullMarked
package com.ecom.core.envelope;

import org.jspecify.annotations.NullMarked;
